// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.classifiers;

/** The fields of life that a text speaks about. */
public enum Theme {
  HEALTH,
  EDUCATION,
  HOUSING,
  WORK,
  POLICING,
  BORDER,
  JUSTICE,
  CULTURE,
  SPORT,
  POLITICS
}
