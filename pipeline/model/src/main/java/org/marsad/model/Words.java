// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.model;

import java.util.ArrayList;
import java.util.List;
import org.marsad.classifiers.normal.Letters;
import org.marsad.classifiers.normal.NormalText;
import org.marsad.classifiers.normal.Normaliser;

/** The words of a text, folded as the classifiers fold them. */
public final class Words {
  private Words() {}

  /**
   * @param start in the original text, in UTF-16 code units, {@code end} exclusive
   */
  public record Word(String folded, int start, int end) {
    /** Spelt with more characters than count, as elongated words are. */
    public boolean isElongated() {
      return end - start > folded.length();
    }
  }

  public static List<Word> in(String text) {
    NormalText normal = Normaliser.normalise(text);
    List<Word> words = new ArrayList<>();
    int at = 0;
    while (at < normal.length()) {
      int end = at;
      while (end < normal.length() && Letters.isLetterOrDigit(normal.charAt(end))) {
        end++;
      }
      if (end > at) {
        words.add(
            new Word(normal.substring(at, end), normal.originalStart(at), normal.originalEnd(end)));
      }
      at = Math.max(end, at + 1);
    }
    return words;
  }
}
