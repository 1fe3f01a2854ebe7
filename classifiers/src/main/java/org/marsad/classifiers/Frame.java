// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.classifiers;

/** Narrative frames, metaphors and speech acts, as the codebook defines them. */
public enum Frame {
  CRIME,
  ECONOMY,
  HEALTH,
  DEMOGRAPHIC,
  CULTURE,
  SEXUAL,
  PLOT,
  BORDER,
  WATER,
  ANIMAL,
  VERMIN,
  MILITARY,
  BURDEN,
  SLUR,
  EXPEL,
  VIOLENCE,
  MOCKERY,
  HUMANITARIAN,
  VICTIM,
  RIGHTS,
  CONTRIBUTION,
  SOLIDARITY,
  CONDEMN_RACISM
}
