// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.dashboards.audit;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The lines of a file from its end on. The first is what follows the last line feed. */
final class BackwardLines {
  private static final int BLOCK = 128 << 10;

  private final FileChannel file;

  /** Where the next line ends; -1 after the file's first line. */
  private long end;

  private long position;
  private long blockStart;
  private byte[] block = new byte[0];

  /**
   * @param end where the line that comes first ends, without its line feed
   */
  BackwardLines(FileChannel file, long end) {
    this.file = file;
    this.end = end;
    this.position = end;
  }

  /**
   * @return a line without its line feed, and no more of it than a line of ours can have; null when
   *     there is none left
   */
  byte @Nullable [] next() throws IOException {
    if (end < 0) {
      return null;
    }
    long lineFeed = end - 1;
    while (lineFeed >= 0 && at(lineFeed) != '\n') {
      lineFeed--;
    }
    position = lineFeed + 1;
    byte[] line = read(position, (int) Math.min(end - position, AuditLog.MAX_LINE_BYTES + 1L));
    end = lineFeed;
    return line;
  }

  /** Where the line that came last begins. */
  long position() {
    return position;
  }

  /** Whether a line begins there. */
  boolean isStart(long place) throws IOException {
    return place == 0 || (place > 0 && place <= file.size() && at(place - 1) == '\n');
  }

  private byte at(long place) throws IOException {
    if (place < blockStart || place >= blockStart + block.length) {
      long start = Math.max(0, place + 1 - BLOCK);
      block = fromFile(start, (int) (place + 1 - start));
      blockStart = start;
    }
    return block[(int) (place - blockStart)];
  }

  private byte[] read(long start, int length) throws IOException {
    int offset = (int) (start - blockStart);
    return start >= blockStart && offset + length <= block.length
        ? Arrays.copyOfRange(block, offset, offset + length)
        : fromFile(start, length);
  }

  private byte[] fromFile(long start, int length) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(length);
    while (bytes.hasRemaining()) {
      if (file.read(bytes, start + bytes.position()) < 0) {
        throw new IOException("the audit log was cut off while it was read");
      }
    }
    return bytes.array();
  }
}
