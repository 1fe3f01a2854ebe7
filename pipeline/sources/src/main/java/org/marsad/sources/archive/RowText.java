// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.archive;

import java.io.IOException;
import java.io.Reader;

/**
 * A table's text, of which the current row is held until the next one begins: where it turns out to
 * be none, such as all that follows an unclosed quotation, it is read again without its first line.
 */
final class RowText extends Reader {
  private static final int COMPACT_FROM = 64 * 1024;

  private final Reader in;
  private final int limit;
  private final StringBuilder held = new StringBuilder();
  private int rowStart;
  private int given;
  private long linesBefore;

  /** The row is longer than any may be. */
  static final class TooLongException extends IOException {
    private static final long serialVersionUID = 1;
  }

  /**
   * @param limit of a row, in characters
   */
  RowText(Reader in, int limit) {
    this.in = in;
    this.limit = limit;
  }

  /**
   * Says that the rows up to here are done.
   *
   * @param lines how many they took, since the last {@link #skipLine}
   */
  void rowBegins(long lines) {
    for (; linesBefore < lines && rowStart < held.length(); linesBefore++) {
      rowStart = behindLine(rowStart);
    }
    if (rowStart > COMPACT_FROM) {
      held.delete(0, rowStart);
      given -= rowStart;
      rowStart = 0;
    }
  }

  private int behindLine(int from) {
    for (int i = from; i < held.length(); i++) {
      if (held.charAt(i) == '\n') {
        return i + 1;
      }
      if (held.charAt(i) == '\r') {
        return i + 1 < held.length() && held.charAt(i + 1) == '\n' ? i + 2 : i + 1;
      }
    }
    return held.length();
  }

  @Override
  public int read(char[] chars, int offset, int length) throws IOException {
    if (given < held.length()) {
      int count = Math.min(length, held.length() - given);
      held.getChars(given, given + count, chars, offset);
      given += count;
      return count;
    }
    if (held.length() - rowStart > limit) {
      throw new TooLongException();
    }
    int count = in.read(chars, offset, length);
    if (count > 0) {
      held.append(chars, offset, count);
      given = held.length();
    }
    return count;
  }

  /**
   * Leaves the first line of the current row out; what follows comes again.
   *
   * @return whether that line ended within the limit
   */
  boolean skipLine() throws IOException {
    int next = behindLine(rowStart);
    boolean ended = next < held.length() || endsLine();
    held.delete(0, next);
    for (int c = ended ? '\n' : in.read(); c >= 0 && c != '\n'; c = in.read()) {
      // Not held: it may be of any length.
    }
    rowStart = 0;
    given = 0;
    linesBefore = 0;
    return ended || next - rowStart <= limit;
  }

  private boolean endsLine() {
    return held.length() > 0 && "\r\n".indexOf(held.charAt(held.length() - 1)) >= 0;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
