// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.dashboards.audit;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The lines of a log from its beginning on. */
final class ForwardLines implements AutoCloseable {
  private final InputStream log;
  private long number;
  private long torn;

  ForwardLines(InputStream log) {
    this.log = new BufferedInputStream(log, 64 << 10);
  }

  /** None where there is no file. */
  static ForwardLines of(Path log) throws IOException {
    try {
      return new ForwardLines(Files.newInputStream(log));
    } catch (NoSuchFileException none) {
      return new ForwardLines(InputStream.nullInputStream());
    }
  }

  /**
   * @return a whole line without its line feed, and no more of it than a line of ours can have;
   *     null when there is none left
   */
  byte @Nullable [] next() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    long length = 0;
    for (int one = log.read(); one >= 0; one = log.read()) {
      if (one == '\n') {
        number++;
        return line.toByteArray();
      }
      if (length++ <= AuditLog.MAX_LINE_BYTES) {
        line.write(one);
      }
    }
    torn = length;
    return null;
  }

  /** Of the line that came last, from 1 on. */
  long number() {
    return number;
  }

  /** How many bytes follow the last line feed; known at the end. */
  long torn() {
    return torn;
  }

  @Override
  public void close() throws IOException {
    log.close();
  }
}
