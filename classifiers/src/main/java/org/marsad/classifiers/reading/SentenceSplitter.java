// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.classifiers.reading;

import java.util.ArrayList;
import java.util.List;
import org.marsad.classifiers.normal.NormalText;

/**
 * Cuts a text at line ends and at full stops, question and exclamation marks that a space follows.
 * Comments often have none: a sentence that grows beyond {@link #LONGEST} is cut at a space.
 */
final class SentenceSplitter {
  static final int LONGEST = 400;
  private static final int SHORTEST = 12;

  private SentenceSplitter() {}

  /** Ends of the sentences, ascending; the last is the text's length. */
  static List<Integer> ends(NormalText text) {
    List<Integer> ends = new ArrayList<>();
    int start = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      int length = i + 1 - start;
      boolean last = i + 1 == text.length();
      boolean stop =
          (c == '.' || c == '!' || c == '?' || c == ';' || c == '…')
              && length >= SHORTEST
              && (last || text.charAt(i + 1) == ' ' || text.charAt(i + 1) == '"');
      boolean line = c == '\n' && length >= SHORTEST;
      boolean tooLong = length >= LONGEST && (c == ' ' || length >= 2 * LONGEST);
      if (last || stop || line || tooLong) {
        ends.add(i + 1);
        start = i + 1;
      }
    }
    return ends;
  }
}
