// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.archive;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Lines of bytes; one that is longer than the limit is passed over without being held. */
final class LineReader {
  private final InputStream in;
  private final int limit;
  private final byte[] buffer = new byte[64 * 1024];
  private final ByteArrayOutputStream line = new ByteArrayOutputStream();
  private int position;
  private int end;
  private long number;

  /**
   * @param number from 1
   * @param bytes without the line break; null where the line is longer than the limit
   */
  record Line(long number, byte @Nullable [] bytes) {}

  /**
   * @param limit in bytes
   */
  LineReader(InputStream in, int limit) {
    this.in = in;
    this.limit = limit;
  }

  /**
   * @return null at the end
   */
  @Nullable Line next() throws IOException {
    line.reset();
    long length = 0;
    boolean ended = false;
    while (!ended) {
      if (position == end && !fill()) {
        break;
      }
      int lineEnd = position;
      while (lineEnd < end && buffer[lineEnd] != '\n') {
        lineEnd++;
      }
      length += lineEnd - position;
      if (length <= limit) {
        line.write(buffer, position, lineEnd - position);
      }
      ended = lineEnd < end;
      position = ended ? lineEnd + 1 : end;
    }
    if (!ended && length == 0) {
      return null;
    }
    return new Line(++number, length > limit ? null : line.toByteArray());
  }

  private boolean fill() throws IOException {
    position = 0;
    end = Math.max(in.read(buffer, 0, buffer.length), 0);
    return end > 0;
  }
}
