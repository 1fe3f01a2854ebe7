// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.classifiers.corenlp;

/**
 * A token at [start, end) of the text that was cut.
 *
 * @param word what stands there; of a contraction its part, as "n't"
 */
public record Token(String word, int start, int end) {
  /** Whether it holds a letter or a digit, and so is not mere punctuation. */
  public boolean isWord() {
    return word.chars().anyMatch(Character::isLetterOrDigit);
  }
}
