// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.classifiers.reading;

import java.util.BitSet;
import org.marsad.classifiers.normal.NormalText;

/** Which characters of a normalised text stand between quotation marks. */
final class Quotations {
  /** A mark whose partner is farther away is a stray one. */
  private static final int LONGEST = 400;

  private final BitSet quoted = new BitSet();

  Quotations(NormalText text) {
    int open = -1;
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) != '"') {
        continue;
      }
      if (open >= 0 && i - open <= LONGEST) {
        quoted.set(open + 1, i);
        open = -1;
      } else {
        open = i;
      }
    }
  }

  boolean cover(int position) {
    return quoted.get(position);
  }
}
