// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.classifiers.reading;

import java.util.List;
import org.marsad.classifiers.lexicon.Hit;
import org.marsad.classifiers.lexicon.Layer;

/** Whether the author says what a term says, denies it, or quotes it. */
public enum CueScope {
  PLAIN,
  NEGATED,
  QUOTED;

  /** Characters that a negation reaches ahead. */
  private static final int REACH = 30;

  public static CueScope of(Hit cue, List<Hit> cues, Quotations quotations) {
    if (quotations.cover(cue.start())) {
      return QUOTED;
    }
    for (Hit other : cues) {
      int gap = cue.start() - other.end();
      if (gap >= 0
          && gap <= REACH
          && other.entry().layer() == Layer.VOICE
          && other.entry().value().equals("NEGATE")) {
        return NEGATED;
      }
    }
    return PLAIN;
  }
}
