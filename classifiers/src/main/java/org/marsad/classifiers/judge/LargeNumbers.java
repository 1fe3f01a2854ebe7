// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.classifiers.judge;

import org.marsad.classifiers.normal.NormalText;

/** Finds numbers of a hundred or more, as they count a crowd: 300, 1200, 2.000, 15 000. */
final class LargeNumbers {
  private static final int GROUP = 3;

  private LargeNumbers() {}

  /** Whether such a number stands in text[start, end); years and shares are none. */
  static boolean in(NormalText text, int start, int end) {
    int i = start;
    while (i < end) {
      if (!isDigit(text, i, end)) {
        i++;
        continue;
      }
      int first = i;
      int digits = 0;
      boolean grouped = false;
      while (isDigit(text, i, end)) {
        i++;
        digits++;
        if (i + GROUP < end && isSeparator(text.charAt(i)) && isGroup(text, i + 1, end)) {
          grouped = true;
          i++;
        }
      }
      boolean word = first > start && Character.isLetter(text.charAt(first - 1));
      boolean share = i < end && (text.charAt(i) == '%' || Character.isLetter(text.charAt(i)));
      if (digits >= GROUP && !word && !share && (grouped || !isYear(text, first, digits))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isYear(NormalText text, int first, int digits) {
    String century = digits == 4 ? text.substring(first, first + 2) : "";
    return century.equals("19") || century.equals("20");
  }

  /** Exactly three digits. */
  private static boolean isGroup(NormalText text, int at, int end) {
    for (int i = at; i < at + GROUP; i++) {
      if (!isDigit(text, i, end)) {
        return false;
      }
    }
    return !isDigit(text, at + GROUP, end);
  }

  private static boolean isSeparator(char c) {
    return c == ' ' || c == '.' || c == ',';
  }

  private static boolean isDigit(NormalText text, int at, int end) {
    return at < end && text.charAt(at) >= '0' && text.charAt(at) <= '9';
  }
}
