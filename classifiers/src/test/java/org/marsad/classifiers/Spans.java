// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.classifiers;

import static org.assertj.core.api.Assertions.assertThat;

/** What holds of every span of a text that is reported. */
public final class Spans {
  private Spans() {}

  /**
   * Holds something, lies in the text, and cuts neither a surrogate pair nor a base's marks off.
   */
  public static void check(int start, int end, String text) {
    assertThat(start).isBetween(0, end - 1);
    assertThat(end).isLessThanOrEqualTo(text.length());
    assertThat(splitsPair(text, start)).as("start %d inside a pair", start).isFalse();
    assertThat(splitsPair(text, end)).as("end %d inside a pair", end).isFalse();
    assertThat(end < text.length() && isMark(text.codePointAt(end)))
        .as("end %d before a mark", end)
        .isFalse();
  }

  private static boolean splitsPair(String text, int at) {
    return at > 0
        && at < text.length()
        && Character.isSurrogatePair(text.charAt(at - 1), text.charAt(at));
  }

  private static boolean isMark(int codePoint) {
    int type = Character.getType(codePoint);
    return type == Character.NON_SPACING_MARK
        || type == Character.COMBINING_SPACING_MARK
        || type == Character.ENCLOSING_MARK;
  }
}
