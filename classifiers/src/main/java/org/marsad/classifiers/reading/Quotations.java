// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.classifiers.reading;

import java.util.Arrays;
import org.marsad.classifiers.normal.Letters;
import org.marsad.classifiers.normal.NormalText;

/**
 * What stands between quotation marks in a normalised text, where all of them look the same. A mark
 * before a word opens and one behind a word closes; one that stands apart (« ainsi ») does what is
 * due. A quotation that its paragraph does not close is none, and neither is a text that is quoted
 * as a whole: it has nobody who quotes.
 */
public final class Quotations {
  private static final char MARK = '"';
  private static final Quotations NONE = new Quotations();

  private int[] starts = new int[8];
  private int[] ends = new int[8];
  private int count;

  private Quotations() {}

  static Quotations of(NormalText text) {
    int first = 0;
    while (first < text.length() && text.charAt(first) != MARK) {
      first++;
    }
    return first == text.length() ? NONE : read(text);
  }

  private static Quotations read(NormalText text) {
    Quotations quotations = new Quotations();
    int open = -1;
    int lettersOutside = 0;
    int lettersInside = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\n') {
        lettersOutside += lettersInside;
        lettersInside = 0;
        open = -1;
      } else if (c == MARK) {
        boolean closes = i + 1 == text.length() || !Letters.isLetterOrDigit(text.charAt(i + 1));
        boolean opens = i == 0 || !Letters.isLetterOrDigit(text.charAt(i - 1));
        if (open >= 0 && closes) {
          quotations.add(open + 1, i);
          lettersInside = 0;
          open = -1;
        } else if (opens) {
          lettersOutside += lettersInside;
          lettersInside = 0;
          open = i;
        }
      } else if (Letters.isLetter(c)) {
        if (open >= 0) {
          lettersInside++;
        } else {
          lettersOutside++;
        }
      }
    }
    return lettersOutside + lettersInside == 0 ? NONE : quotations;
  }

  private void add(int start, int end) {
    if (count == starts.length) {
      starts = Arrays.copyOf(starts, 2 * count);
      ends = Arrays.copyOf(ends, 2 * count);
    }
    starts[count] = start;
    ends[count++] = end;
  }

  /** Whether at least half of [start, end) is quoted. */
  public boolean hold(int start, int end) {
    int at = Arrays.binarySearch(starts, 0, count, start);
    int quoted = 0;
    for (int i = Math.max(0, at >= 0 ? at : -at - 2); i < count && starts[i] < end; i++) {
      quoted += Math.max(0, Math.min(end, ends[i]) - Math.max(start, starts[i]));
    }
    return count > 0 && 2 * quoted >= end - start;
  }
}
