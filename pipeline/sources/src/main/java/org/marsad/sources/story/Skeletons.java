// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.story;

import java.util.Map;

/**
 * What is left of a name when it is written in another script: its consonants, those that are
 * written alike made one. مرزوق and Merzouk are both MRZK.
 *
 * <p>The semivowels و and ي and what h stands for are dropped, since transcription writes them in
 * many ways or not at all.
 */
final class Skeletons {
  private static final Map<Character, String> ARABIC =
      Map.ofEntries(
          Map.entry('ب', "B"),
          Map.entry('ت', "T"),
          Map.entry('ث', "T"),
          Map.entry('ج', "J"),
          Map.entry('خ', "K"),
          Map.entry('د', "D"),
          Map.entry('ذ', "D"),
          Map.entry('ر', "R"),
          Map.entry('ز', "Z"),
          Map.entry('س', "S"),
          Map.entry('ش', "C"),
          Map.entry('ص', "S"),
          Map.entry('ض', "D"),
          Map.entry('ط', "T"),
          Map.entry('ظ', "D"),
          Map.entry('غ', "G"),
          Map.entry('ف', "F"),
          Map.entry('ق', "K"),
          Map.entry('ك', "K"),
          Map.entry('ل', "L"),
          Map.entry('م', "M"),
          Map.entry('ن', "N"));

  private static final String LATIN_FROM = "bptjdrzscgfvqklmnx";
  private static final String LATIN_TO = "BBTJDRZSKGFFKKLMNK";

  private Skeletons() {}

  /**
   * @param word folded
   */
  static String of(String word) {
    StringBuilder skeleton = new StringBuilder();
    for (int at = 0; at < word.length(); at++) {
      char letter = word.charAt(at);
      char next = at + 1 < word.length() ? word.charAt(at + 1) : 0;
      String consonant;
      if (next == 'h' && (letter == 'c' || letter == 's' || letter == 'k' || letter == 'g')) {
        consonant = letter == 'k' ? "K" : letter == 'g' ? "G" : "C";
      } else {
        consonant = ARABIC.getOrDefault(letter, latin(letter));
      }
      if (!consonant.isEmpty() && !doubles(skeleton, consonant)) {
        skeleton.append(consonant);
      }
    }
    return skeleton.toString();
  }

  private static String latin(char letter) {
    int at = LATIN_FROM.indexOf(letter);
    return at < 0 ? "" : LATIN_TO.substring(at, at + 1);
  }

  private static boolean doubles(StringBuilder skeleton, String consonant) {
    return !skeleton.isEmpty() && skeleton.charAt(skeleton.length() - 1) == consonant.charAt(0);
  }
}
