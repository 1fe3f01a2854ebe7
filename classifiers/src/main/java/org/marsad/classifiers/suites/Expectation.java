// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.classifiers.suites;

import org.marsad.classifiers.Assessment;
import org.marsad.classifiers.Stance;

/** What an assessor should say of a functional test. */
public enum Expectation {
  /** The stance is HOSTILE. */
  HOSTILE,

  /** The text is relevant and its stance is another one. */
  NOT_HOSTILE,

  /** The text is not relevant. */
  NOT_RELEVANT;

  /** Whether the whole of it is met. */
  public boolean meets(Assessment found) {
    return switch (this) {
      case HOSTILE -> found.stance() == Stance.HOSTILE;
      case NOT_HOSTILE -> found.relevant() && found.stance() != Stance.HOSTILE;
      case NOT_RELEVANT -> !found.relevant();
    };
  }
}
