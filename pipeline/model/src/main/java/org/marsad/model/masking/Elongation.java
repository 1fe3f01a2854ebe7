// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.model.masking;

/** Doubled letters, which the spelling of a slur has or lacks as its writer pleases. */
final class Elongation {
  private Elongation() {}

  /** The word with each run of one letter as that letter once. */
  static String shortened(String word) {
    StringBuilder once = new StringBuilder(word.length());
    for (int at = 0; at < word.length(); at++) {
      if (at == 0 || word.charAt(at) != word.charAt(at - 1)) {
        once.append(word.charAt(at));
      }
    }
    return once.toString();
  }
}
