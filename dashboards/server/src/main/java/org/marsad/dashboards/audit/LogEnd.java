// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.dashboards.audit;

import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import org.jspecify.annotations.Nullable;

/**
 * Where the next line of a log belongs.
 *
 * @param length of the whole lines, in bytes
 * @param torn how many bytes follow them: what a power cut or a full disk left of a line
 * @param last the last whole line; null where it is not of a chain, or there is none
 */
record LogEnd(long length, long torn, @Nullable AuditHead last) {

  static LogEnd of(FileChannel log) throws IOException {
    long size = log.size();
    BackwardLines lines = new BackwardLines(log, size);
    lines.next();
    long length = lines.position();
    byte[] last = lines.next();
    return new LogEnd(length, size - length, last == null ? null : headOf(last));
  }

  private static @Nullable AuditHead headOf(byte[] line) {
    try {
      Long sequence = AuditEntry.parse(line).sequence();
      return sequence == null ? null : AuditHead.of(sequence, line);
    } catch (IOException notOurs) {
      return null;
    }
  }

  /** What a chain that begins after the lines of this log hangs on. */
  static AuditHead anchor(FileChannel log) throws IOException {
    Anchor anchor = new Anchor();
    ForwardLines lines = new ForwardLines(Channels.newInputStream(log.position(0)));
    for (byte[] line = lines.next(); line != null; line = lines.next()) {
      anchor.add(line);
    }
    return anchor.head();
  }
}
