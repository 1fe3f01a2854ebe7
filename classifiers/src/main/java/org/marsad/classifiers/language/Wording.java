// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.classifiers.language;

import java.util.Set;
import org.marsad.classifiers.normal.Letters;
import org.marsad.classifiers.normal.NormalText;

/**
 * The words of a stretch of text that can tell its language: not addresses, handles, single
 * hashtags, numbers, single letters however often repeated, nor what everybody writes everywhere.
 *
 * @param words how many there are
 * @param script that of most of their letters; NONE where there are none
 */
record Wording(int words, Script script) {
  private static final Set<String> EVERYWHERE =
      Set.of("ok", "okay", "oki", "okey", "lol", "wow", "haha", "hahaha", "xd", "اوكي", "اوك");

  private static final int LONGEST_EVERYWHERE = 6;

  /** The wording of text[start, end). */
  static Wording of(NormalText text, int start, int end) {
    int[] letters = new int[Script.COUNT];
    int words = 0;
    int i = start;
    while (i < end) {
      int from = i;
      while (i < end && !isSpace(text.charAt(i))) {
        i++;
      }
      if (i > from && !isAddress(text, from, i)) {
        words += count(text, from, i, letters);
      }
      i++;
    }
    return new Wording(words, Script.most(letters));
  }

  private static boolean isSpace(char c) {
    return c == ' ' || c == '\n';
  }

  private static boolean isAddress(NormalText text, int start, int end) {
    char first = text.charAt(start);
    if (first == '@' || first == '#') {
      return true;
    }
    // The normaliser takes "www" for an elongated w.
    if (startsWith(text, start, end, "w.")) {
      return true;
    }
    for (int i = start; i < end; i++) {
      if (text.charAt(i) == ':' && startsWith(text, i, end, "://")) {
        return true;
      }
    }
    return false;
  }

  private static boolean startsWith(NormalText text, int start, int end, String prefix) {
    if (end - start < prefix.length()) {
      return false;
    }
    for (int i = 0; i < prefix.length(); i++) {
      if (text.charAt(start + i) != prefix.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /** Counts telling words and their letters between two spaces. */
  private static int count(NormalText text, int start, int end, int[] letters) {
    int words = 0;
    int i = start;
    while (i < end) {
      int from = i;
      while (i < end && Letters.isLetterOrDigit(text.charAt(i))) {
        i++;
      }
      if (i > from && tells(text, from, i)) {
        Script.count(text, from, i, letters);
        words++;
      }
      i++;
    }
    return words;
  }

  /** Whether a word has two different letters and is not written everywhere. */
  private static boolean tells(NormalText text, int start, int end) {
    char letter = 0;
    boolean two = false;
    for (int i = start; i < end && !two; i++) {
      char c = text.charAt(i);
      if (Letters.isLetter(c)) {
        two = letter != 0 && letter != c;
        letter = c;
      }
    }
    return two
        && (end - start > LONGEST_EVERYWHERE || !EVERYWHERE.contains(text.substring(start, end)));
  }
}
