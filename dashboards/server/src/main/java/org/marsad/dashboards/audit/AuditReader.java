// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.dashboards.audit;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Reads a log, also while it is written. Lines that are none are left to the verification. */
public final class AuditReader {
  /** So that no request reads for long. */
  private static final int MAX_LINES_READ = 100_000;

  private final Path log;

  public AuditReader(Path log) {
    this.log = log;
  }

  /**
   * Some of the log, newest first.
   *
   * @param next where the next page begins, in bytes from the log's beginning; null where there is
   *     no more. A page may be short, or empty, and yet have a next one: looking for rare entries
   *     is done in parts.
   */
  public record Page(List<AuditEntry> entries, @Nullable Long next) {}

  /**
   * @param before the {@code next} of the page before; null for the newest
   * @return null where {@code before} is no place where a page can begin
   */
  public @Nullable Page page(@Nullable Long before, int size, Predicate<AuditEntry> wanted)
      throws IOException {
    if (!Files.exists(log)) {
      return before == null ? new Page(List.of(), null) : null;
    }
    try (FileChannel file = FileChannel.open(log)) {
      BackwardLines lines = new BackwardLines(file, before == null ? file.size() : before - 1);
      if (before == null) {
        lines.next();
      } else if (!lines.isStart(before)) {
        return null;
      }
      List<AuditEntry> entries = new ArrayList<>();
      for (int read = 0; read < MAX_LINES_READ && entries.size() < size; read++) {
        byte[] line = lines.next();
        if (line == null) {
          break;
        }
        take(line, wanted, entries::add);
      }
      return new Page(List.copyOf(entries), lines.position() > 0 ? lines.position() : null);
    }
  }

  /** All entries that are wanted, oldest first. */
  public void each(Predicate<AuditEntry> wanted, Consumer<AuditEntry> taker) throws IOException {
    try (ForwardLines lines = ForwardLines.of(log)) {
      for (byte[] line = lines.next(); line != null; line = lines.next()) {
        take(line, wanted, taker);
      }
    }
  }

  private static void take(byte[] line, Predicate<AuditEntry> wanted, Consumer<AuditEntry> taker) {
    try {
      AuditEntry entry = AuditEntry.parse(line);
      if (wanted.test(entry)) {
        taker.accept(entry);
      }
    } catch (IOException notOurs) {
      // The verification tells of it.
    }
  }
}
