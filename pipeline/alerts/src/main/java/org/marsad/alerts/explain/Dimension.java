// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.alerts.explain;

/** By what the documents of a rise are told apart. */
public enum Dimension {
  SOURCE,
  LANGUAGE,
  TARGET,
  FRAME,
  PLACE,
  TERM,
  /** The article that comments stand under. */
  THREAD
}
