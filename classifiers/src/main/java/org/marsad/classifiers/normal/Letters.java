// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.classifiers.normal;

/**
 * What {@link Character} says of letters and digits, looked up for the scripts of our languages: it
 * is asked several times for every character.
 */
public final class Letters {
  /** The last character of Latin, Arabic and all between them. */
  public static final char LAST_COMMON = 0x077F;

  private static final boolean[] LETTER = new boolean[LAST_COMMON + 1];
  private static final boolean[] LETTER_OR_DIGIT = new boolean[LAST_COMMON + 1];

  static {
    for (char c = 0; c <= LAST_COMMON; c++) {
      LETTER[c] = Character.isLetter(c);
      LETTER_OR_DIGIT[c] = Character.isLetterOrDigit(c);
    }
  }

  private Letters() {}

  public static boolean isLetter(char c) {
    return c <= LAST_COMMON ? LETTER[c] : Character.isLetter(c);
  }

  public static boolean isLetterOrDigit(char c) {
    return c <= LAST_COMMON ? LETTER_OR_DIGIT[c] : Character.isLetterOrDigit(c);
  }
}
