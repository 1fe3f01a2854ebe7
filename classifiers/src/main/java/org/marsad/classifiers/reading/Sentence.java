// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.classifiers.reading;

import java.util.List;
import java.util.Set;
import org.marsad.classifiers.Frame;
import org.marsad.classifiers.lexicon.Entry;
import org.marsad.classifiers.lexicon.Hit;
import org.marsad.classifiers.lexicon.Layer;

/**
 * A sentence at [start, end) of the normalised text.
 *
 * @param mentions who is spoken about here, resolved; each spans whole words
 * @param cues every other term found here; each spans whole words
 * @param scopes whether the author says, denies or quotes each cue, in their order
 * @param wordsFrom where the hashes of its words begin in the text's hasher
 * @param wordsTo where they end and the marks begin
 * @param marksTo where the marks end
 */
public record Sentence(
    int start,
    int end,
    List<Hit> mentions,
    List<Hit> cues,
    List<CueScope> scopes,
    int wordsFrom,
    int wordsTo,
    int marksTo) {

  /** Weak terms that nothing supports: who is spoken about if the text is relevant after all. */
  public List<Hit> weakMentions() {
    return cues.stream().filter(cue -> cue.entry().layer() == Layer.WEAK_TARGET).toList();
  }

  /** Whether anything here names a group or hints at one. */
  public boolean isOfGroup() {
    return !mentions.isEmpty() || cues.stream().anyMatch(cue -> cue.entry().layer().isOfGroup());
  }

  /** Whether a term of this layer and value is in the sentence. */
  public boolean has(Layer layer, String value) {
    for (Hit cue : cues) {
      if (cue.entry().layer() == layer && cue.entry().value().equals(value)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a term of one of these frames is in the sentence, said, denied or quoted so. */
  public boolean has(CueScope scope, Set<Frame> frames) {
    for (int i = 0; i < cues.size(); i++) {
      Entry entry = cues.get(i).entry();
      if (entry.layer() == Layer.FRAME
          && scopes.get(i) == scope
          && frames.contains(Frame.valueOf(entry.value()))) {
        return true;
      }
    }
    return false;
  }
}
