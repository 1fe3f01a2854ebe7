// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.classifiers;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** Narrative frames, metaphors and speech acts, as the codebook defines them and in its order. */
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
  CONDEMN_RACISM;

  /** What a group is said to threaten. */
  public static final Set<Frame> THREATS =
      Collections.unmodifiableSet(EnumSet.range(CRIME, BORDER));

  /** What speaks against a group: threats, metaphors and speech acts. */
  public static final Set<Frame> ADVERSE =
      Collections.unmodifiableSet(EnumSet.range(CRIME, MOCKERY));
}
