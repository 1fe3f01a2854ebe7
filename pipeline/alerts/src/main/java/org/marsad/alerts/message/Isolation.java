// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.alerts.message;

import java.text.Bidi;

/**
 * Keeps text of one direction from disturbing a sentence of the other, by Unicode's isolates, which
 * work in plain text and HTML alike.
 */
final class Isolation {
  private static final char FIRST_STRONG = '\u2068';
  private static final char LEFT_TO_RIGHT = '\u2066';
  private static final char END = '\u2069';

  private Isolation() {}

  /** The text, isolated if not all of it has the direction of the sentence around it. */
  static String within(boolean rightToLeft, String text) {
    Bidi bidi = new Bidi(text, Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT);
    boolean same = rightToLeft ? bidi.isRightToLeft() : bidi.isLeftToRight();
    return same ? text : FIRST_STRONG + text + END;
  }

  /** What goes from left to right in every language, such as time in a chart. */
  static String leftToRight(boolean rightToLeft, String text) {
    return rightToLeft ? LEFT_TO_RIGHT + text + END : text;
  }
}
