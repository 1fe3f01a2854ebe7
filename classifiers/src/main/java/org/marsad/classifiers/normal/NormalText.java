// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.classifiers.normal;

import java.util.Arrays;

/**
 * A folded text in which each character knows its span in the original.
 *
 * <p>Arrays longer than {@code length} are working space; readers use the accessors.
 */
public final class NormalText {
  private final char[] chars;
  private final int[] starts;
  private final int[] ends;
  private final int length;

  NormalText(char[] chars, int[] starts, int[] ends, int length) {
    this.chars = chars;
    this.starts = starts;
    this.ends = ends;
    this.length = length;
  }

  public int length() {
    return length;
  }

  public char charAt(int index) {
    return chars[index];
  }

  /** Start in the original text, in UTF-16 code units, of the character at {@code index}. */
  public int originalStart(int index) {
    return starts[index];
  }

  /** End (exclusive) in the original text of the character before {@code index}. */
  public int originalEnd(int index) {
    return ends[index - 1];
  }

  public String substring(int start, int end) {
    return new String(chars, start, end - start);
  }

  /**
   * The characters from {@code start} on as a text of their own, read as other letters.
   *
   * @param letters what to read, one for each character
   */
  public NormalText readAs(int start, char[] letters) {
    int end = start + letters.length;
    return new NormalText(
        letters.clone(),
        Arrays.copyOfRange(starts, start, end),
        Arrays.copyOfRange(ends, start, end),
        letters.length);
  }

  @Override
  public String toString() {
    return new String(chars, 0, length);
  }
}
