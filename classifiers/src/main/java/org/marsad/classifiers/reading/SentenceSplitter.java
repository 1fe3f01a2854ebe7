// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.classifiers.reading;

import java.util.ArrayList;
import java.util.List;
import org.marsad.classifiers.normal.NormalText;

/**
 * Cuts a text at line ends and at full stops, question and exclamation marks that a space follows.
 * Comments often have none: a sentence that grows beyond {@link #LONGEST} is cut at a space, or,
 * where none comes, at twice that length. Spaces at the end belong to the last sentence, so that
 * every sentence holds something to read.
 */
final class SentenceSplitter {
  static final int LONGEST = 400;
  private static final int SHORTEST = 12;

  private SentenceSplitter() {}

  /** Ends of the sentences, ascending; the last is the text's length. None for spaces only. */
  static List<Integer> ends(NormalText text) {
    List<Integer> ends = new ArrayList<>();
    int last = lastRead(text);
    int start = 0;
    for (int i = 0; i < last; i++) {
      char c = text.charAt(i);
      int length = i + 1 - start;
      boolean stop =
          (c == '.' || c == '!' || c == '?' || c == ';' || c == '…')
              && length >= SHORTEST
              && (text.charAt(i + 1) == ' ' || text.charAt(i + 1) == '"');
      boolean line = c == '\n' && length >= SHORTEST;
      boolean tooLong =
          length >= LONGEST && (c == ' ' || length >= 2 * LONGEST && !Character.isHighSurrogate(c));
      if (stop || line || tooLong) {
        ends.add(i + 1);
        start = i + 1;
      }
    }
    if (last >= 0) {
      ends.add(text.length());
    }
    return ends;
  }

  /** The last character that is no space, or -1. */
  private static int lastRead(NormalText text) {
    int last = text.length() - 1;
    while (last >= 0 && (text.charAt(last) == ' ' || text.charAt(last) == '\n')) {
      last--;
    }
    return last;
  }
}
