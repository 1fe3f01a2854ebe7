// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.index.trend;

import org.marsad.classifiers.Stance;

/** In what way documents speak about migrants, as trends tell it. */
public enum Manner {
  HOSTILE,
  REPORTING,
  SUPPORTIVE,
  OTHER;

  static Manner of(Stance stance) {
    return switch (stance) {
      case HOSTILE -> HOSTILE;
      case REPORT_ON_HOSTILITY -> REPORTING;
      case SUPPORTIVE, COUNTER_SPEECH -> SUPPORTIVE;
      case CRITICAL_POLICY, NEUTRAL, UNCLEAR -> OTHER;
    };
  }
}
