// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.dashboards.audit;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a look at a whole log has found.
 *
 * @param lines how many there are
 * @param unchained how many of them are from before there was a chain; what begins the chain holds
 *     them as they were then
 * @param first when the first act was
 * @param last when the last act was
 * @param head of the chain, to be noted where those who can write the log cannot; null where the
 *     log holds no chain
 * @param torn how many bytes follow the last whole line: one that is just being written, or that
 *     the next start will mend
 * @param faults none where the log is what was written
 */
public record Verification(
    long lines,
    long unchained,
    @Nullable Instant first,
    @Nullable Instant last,
    @Nullable AuditHead head,
    long torn,
    List<Fault> faults) {

  /**
   * Something that nobody but Marsad did not do.
   *
   * @param line from 1 on; 0 where it is none of a line
   */
  public record Fault(Path file, long line, String what) {
    /** Without the folder. */
    String inShort() {
      return on(file.getFileName());
    }

    @Override
    public String toString() {
      return on(file);
    }

    private String on(Path name) {
      return name + (line == 0 ? "" : ", line " + line) + ": " + what;
    }
  }
}
