// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.classifiers.normal;

/**
 * What {@link Character} says of letters and digits, looked up for the scripts of our languages: it
 * is asked several times for every character.
 */
public final class Letters {
  /** Latin, Arabic and all between them. */
  private static final int COMMON = 0x0780;

  private static final boolean[] LETTER = new boolean[COMMON];
  private static final boolean[] LETTER_OR_DIGIT = new boolean[COMMON];

  static {
    for (char c = 0; c < COMMON; c++) {
      LETTER[c] = Character.isLetter(c);
      LETTER_OR_DIGIT[c] = Character.isLetterOrDigit(c);
    }
  }

  private Letters() {}

  public static boolean isLetter(char c) {
    return c < COMMON ? LETTER[c] : Character.isLetter(c);
  }

  public static boolean isLetterOrDigit(char c) {
    return c < COMMON ? LETTER_OR_DIGIT[c] : Character.isLetterOrDigit(c);
  }
}
