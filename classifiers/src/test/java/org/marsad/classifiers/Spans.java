// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.classifiers;

/** What holds of every span of a text that is reported. */
public final class Spans {
  private Spans() {}

  /**
   * Holds something, lies in the text, and cuts neither a surrogate pair nor a base's marks off.
   */
  public static void check(int start, int end, String text) {
    require(start >= 0 && start < end && end <= text.length(), "leaves the text", start, end);
    require(!splitsPair(text, start) && !splitsPair(text, end), "splits a pair", start, end);
    boolean marked = end < text.length() && isMark(text.codePointAt(end));
    require(!marked, "cuts a mark off", start, end);
  }

  private static void require(boolean holds, String fault, int start, int end) {
    if (!holds) {
      throw new AssertionError("the span [" + start + ", " + end + ") " + fault);
    }
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
