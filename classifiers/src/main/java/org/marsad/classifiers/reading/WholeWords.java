// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.classifiers.reading;

import java.util.ArrayList;
import java.util.List;
import org.marsad.classifiers.lexicon.Hit;
import org.marsad.classifiers.normal.Letters;
import org.marsad.classifiers.normal.NormalText;

/**
 * Widens terms to the words that they stand in, clitics and all: of «للمهاجرين» the span is the
 * whole word. Some terms are listed with their article and some are not, and letters of an Arabic
 * word that are marked apart from it are shown unjoined, so the word is the only span that is the
 * same for every term and can be shown. An elided article (l'immigré) is a word of its own.
 */
final class WholeWords {
  private WholeWords() {}

  /** The mentions of a text, in order, each around whole words; of two in one word the first. */
  static List<Hit> around(List<Hit> mentions, NormalText text) {
    List<Hit> whole = new ArrayList<>();
    int last = 0;
    for (Hit mention : mentions) {
      Hit words = around(mention, text);
      if (words.start() >= last) {
        whole.add(words);
        last = words.end();
      }
    }
    return whole;
  }

  /** The hit from the start of its first word to the end of its last. */
  static Hit around(Hit hit, NormalText text) {
    int end = hit.end();
    while (end < text.length() && Letters.isLetterOrDigit(text.charAt(end))) {
      end++;
    }
    return new Hit(hit.wordStart(), end, hit.wordStart(), hit.entry());
  }
}
