// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.classifiers.judge;

import java.util.List;
import org.marsad.classifiers.Frame;
import org.marsad.classifiers.Voice;
import org.marsad.classifiers.lexicon.Hit;
import org.marsad.classifiers.reading.Quotations;
import org.marsad.classifiers.reading.Reading;
import org.marsad.classifiers.reading.Sentence;

/**
 * Tells whose words a span of one text is. Words are somebody else's between quotation marks,
 * behind a verb of saying, or in a sentence that names its source. What the author thinks of them
 * is read from the same sentence and its neighbours; where agreement and rejection both stand
 * there, rejection wins, since to call a rejected quotation endorsed is the worse error.
 *
 * <p>Each question looks at three sentences.
 */
final class VoiceFinder {
  private static final String CONDEMN = "CONDEMN";

  /** Characters between "attacks on" and the group: room for an article. */
  private static final int ARTICLE = 15;

  /** Characters between a group and what befell it: room for its attributes. */
  private static final int ATTRIBUTES = 40;

  private final List<Sentence> sentences;
  private final Quotations quotations;
  private final Voice unattributed;

  private VoiceFinder(Reading reading, Voice unattributed) {
    this.sentences = reading.sentences();
    this.quotations = reading.quotations();
    this.unattributed = unattributed;
  }

  static VoiceFinder ofText(Reading reading) {
    return new VoiceFinder(reading, Voice.AUTHOR);
  }

  /** For the title of an article. */
  static VoiceFinder ofHeadline(Reading title) {
    return new VoiceFinder(title, Voice.HEADLINE_UNATTRIBUTED);
  }

  /** Whose words [start, end) of the normalised text is; the span must lie in one sentence. */
  Voice of(int start, int end) {
    int at = sentenceAt(start);
    Sentence sentence = sentences.get(at);
    if (quotations.hold(start, end) || attributed(sentence, start, end)) {
      return answered(at, start);
    }
    return befell(sentence) ? Voice.REPORTED_EVENT : unattributed;
  }

  private int sentenceAt(int position) {
    int low = 0;
    int high = sentences.size() - 1;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (sentences.get(middle).start() <= position) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low;
  }

  /**
   * Whether a source is named, or what somebody says makes up at least half of the span. It begins
   * behind a verb of saying and ends where the author agrees, or speaks as I.
   */
  private static boolean attributed(Sentence sentence, int start, int end) {
    int said = 0;
    int from = end;
    int ownTo = 0;
    for (Hit cue : sentence.cues()) {
      if (Speech.OWN.is(cue) || Speech.AGREE.is(cue)) {
        said += Math.max(0, Math.min(end, cue.start()) - from);
        from = end;
        ownTo = cue.end();
      } else if (cue.start() >= ownTo && Speech.SOURCE.is(cue)) {
        return true;
      } else if (cue.start() >= ownTo && Speech.SAYS.is(cue)) {
        from = Math.min(from, Math.max(start, cue.end()));
      }
    }
    said += end - from;
    return 2 * said >= end - start;
  }

  private Voice answered(int at, int start) {
    boolean agreed = false;
    for (int i = Math.max(0, at - 1); i <= Math.min(sentences.size() - 1, at + 1); i++) {
      for (Hit cue : sentences.get(i).cues()) {
        if (cue.start() == start || quotations.hold(cue.start(), cue.end())) {
          continue;
        }
        if (rejects(cue)) {
          return Voice.QUOTED_CONDEMNED;
        }
        agreed |= Speech.AGREE.is(cue);
      }
    }
    return agreed ? Voice.QUOTED_ENDORSED : Voice.QUOTED_NEUTRAL;
  }

  private static boolean rejects(Hit cue) {
    String value = cue.entry().value();
    return switch (cue.entry().layer()) {
      case SPEECH -> Speech.DISAGREE.is(cue);
      case VOICE -> value.equals(CONDEMN);
      case FRAME -> value.equals(Frame.CONDEMN_RACISM.name());
      default -> false;
    };
  }

  /** Whether the sentence tells what was done to a group. */
  static boolean befell(Sentence sentence) {
    for (Hit cue : sentence.cues()) {
      boolean attack = Speech.ATTACK_ON.is(cue);
      boolean befell = Speech.BEFELL.is(cue);
      for (Hit mention : attack || befell ? sentence.mentions() : List.<Hit>of()) {
        int behind = mention.start() - cue.end();
        int before = cue.start() - mention.end();
        if (attack && behind >= 0 && behind <= ARTICLE
            || befell && before >= 0 && before <= ATTRIBUTES) {
          return true;
        }
      }
    }
    return false;
  }
}
