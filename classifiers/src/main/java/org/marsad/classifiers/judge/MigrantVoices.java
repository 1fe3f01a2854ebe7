// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.classifiers.judge;

import org.marsad.classifiers.lexicon.Hit;
import org.marsad.classifiers.normal.Letters;
import org.marsad.classifiers.normal.NormalText;
import org.marsad.classifiers.reading.Reading;
import org.marsad.classifiers.reading.Sentence;

/**
 * Looks for migrants and associations among those who speak in an article: next to a verb of saying
 * or a word that names a source; a migrant who stands there beside an institution is whom it speaks
 * about. What follows "that" was said, and did not say it.
 */
final class MigrantVoices {
  /** An article of no more words is a notice, which lets nobody speak. */
  private static final int FEW_WORDS = 80;

  /** Characters before and behind a verb of saying within which the speaker is named. */
  private static final int BEFORE = 60;

  private static final int BEHIND = 40;

  private static final char FIRST_ARABIC = 0x0600;

  private MigrantVoices() {}

  /** Whether a text of more than 80 words names migrants and gives neither them a voice. */
  static boolean areMissing(Reading text) {
    return text.mentioned()
        && hasManyWords(text.text())
        && text.sentences().stream().noneMatch(sentence -> speaks(text.text(), sentence));
  }

  private static boolean hasManyWords(NormalText text) {
    int words = 0;
    boolean inside = false;
    for (int i = 0; i < text.length() && words <= FEW_WORDS; i++) {
      boolean letter = Letters.isLetterOrDigit(text.charAt(i));
      words += letter && !inside ? 1 : 0;
      inside = letter;
    }
    return words > FEW_WORDS;
  }

  private static boolean speaks(NormalText text, Sentence sentence) {
    return sentence.cues().stream()
        .anyMatch(
            cue ->
                Speech.SAYS.is(cue)
                        && migrantIn(sentence, subject(text, sentence, cue), said(sentence, cue))
                    || Speech.SOURCE.is(cue)
                        && migrantIn(sentence, cue.end(), comma(text, sentence, cue)));
  }

  /** From where a subject may stand before its verb; in Arabic it does so in the same clause. */
  private static int subject(NormalText text, Sentence sentence, Hit verb) {
    int least = Math.max(sentence.start(), verb.start() - BEFORE);
    int from = least;
    if (text.charAt(verb.start()) >= FIRST_ARABIC) {
      from = verb.start();
      while (from > least && text.charAt(from - 1) != ',') {
        from--;
      }
    }
    return from;
  }

  /** Where, behind a verb of saying, what was said begins. */
  private static int said(Sentence sentence, Hit verb) {
    int to = verb.end() + BEHIND;
    for (Hit cue : sentence.cues()) {
      if (Speech.THAT.is(cue) && cue.start() > verb.start()) {
        return Math.min(to, cue.start());
      }
    }
    return to;
  }

  /** Where, behind "according to", the source ends. */
  private static int comma(NormalText text, Sentence sentence, Hit source) {
    int to = source.end();
    int last = Math.min(sentence.end(), source.end() + BEHIND);
    while (to < last && text.charAt(to) != ',') {
      to++;
    }
    return to;
  }

  private static boolean migrantIn(Sentence sentence, int from, int to) {
    boolean institution = false;
    for (Hit cue : sentence.cues()) {
      if (cue.start() >= from && cue.end() <= to) {
        if (Speech.ASSOCIATION.is(cue)) {
          return true;
        }
        institution |= Speech.INSTITUTION.is(cue);
      }
    }
    return !institution
        && sentence.mentions().stream().anyMatch(hit -> hit.start() >= from && hit.end() <= to);
  }
}
