// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.classifiers.reading;

import java.util.ArrayList;
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

  /** The scope of each cue of a sentence, in order. */
  static List<CueScope> of(List<Hit> cues, Quotations quotations) {
    List<CueScope> scopes = new ArrayList<>();
    for (Hit cue : cues) {
      scopes.add(of(cue, cues, quotations));
    }
    return List.copyOf(scopes);
  }

  private static CueScope of(Hit cue, List<Hit> cues, Quotations quotations) {
    if (quotations.hold(cue.start(), cue.end())) {
      return QUOTED;
    }
    return cues.stream().anyMatch(other -> negates(other, cue)) ? NEGATED : PLAIN;
  }

  private static boolean negates(Hit other, Hit cue) {
    int gap = cue.start() - other.end();
    return gap >= 0
        && gap <= REACH
        && other.entry().layer() == Layer.VOICE
        && other.entry().value().equals("NEGATE");
  }
}
