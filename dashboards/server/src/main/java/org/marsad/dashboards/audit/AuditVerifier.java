// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.dashboards.audit;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.marsad.dashboards.audit.Verification.Fault;

/** Goes through a log from its first line and finds what was not written so. */
public final class AuditVerifier {
  private final Path log;
  private final Set<AuditHead> awaited = new LinkedHashSet<>();
  private final List<Fault> faults = new ArrayList<>();
  private final Anchor anchor = new Anchor();
  private boolean headIsMissing;
  private long unchained;
  private @Nullable AuditHead last;
  private @Nullable Instant firstAct;
  private @Nullable Instant lastAct;

  private AuditVerifier(Path log) {
    this.log = log;
  }

  /**
   * May run while lines are written: the head is read first, and must be in what is read after it.
   *
   * @param noted heads that were noted elsewhere at other times
   * @throws IOException if the log cannot be read
   */
  public static Verification verify(Path log, List<AuditHead> noted) throws IOException {
    AuditVerifier verifier = new AuditVerifier(log);
    verifier.awaitHead();
    verifier.awaited.addAll(noted);
    try (ForwardLines lines = ForwardLines.of(log)) {
      for (byte[] line = lines.next(); line != null; line = lines.next()) {
        verifier.take(lines.number(), line);
      }
      return verifier.end(lines.number(), lines.torn());
    }
  }

  private void awaitHead() {
    try {
      AuditHead head = AuditHead.read(log);
      headIsMissing = head == null;
      if (head != null) {
        awaited.add(head);
      }
    } catch (IOException e) {
      faults.add(new Fault(AuditHead.fileOf(log), 0, String.valueOf(e.getMessage())));
    }
  }

  private void take(long number, byte[] line) {
    AuditEntry entry;
    try {
      entry = AuditEntry.parse(line);
    } catch (IOException e) {
      fault(number, String.valueOf(e.getMessage()));
      return;
    }
    firstAct = firstAct == null ? entry.at() : firstAct;
    lastAct = entry.at();
    if (entry.sequence() == null) {
      takeUnchained(number, line);
    } else {
      takeChained(number, entry.sequence(), entry.previous(), line);
    }
  }

  private void takeUnchained(long number, byte[] line) {
    unchained++;
    if (last == null) {
      anchor.add(line);
    } else {
      fault(number, "is not of the chain: something else than this Marsad wrote it");
    }
  }

  private void takeChained(long number, long sequence, @Nullable String previous, byte[] line) {
    boolean begins = last == null;
    AuditHead before = last == null ? anchor.head() : last;
    if (sequence != before.sequence() + 1) {
      fault(
          number,
          "is number "
              + sequence
              + " where number "
              + (before.sequence() + 1)
              + " should be: lines were removed, inserted or moved");
    } else if (!before.sha256().equals(previous)) {
      fault(
          number,
          begins
              ? "does not fit the lines before it, from before there was a chain: they were changed"
              : "does not fit the line before it: one of the two was changed");
    }
    last = AuditHead.of(sequence, line);
    awaited.remove(last);
  }

  private Verification end(long lines, long torn) {
    for (AuditHead head : awaited) {
      fault(
          head.sequence(),
          "is missing, or is not the line that was written: its SHA-256 was " + head.sha256());
    }
    if (headIsMissing && last != null) {
      faults.add(
          new Fault(
              AuditHead.fileOf(log),
              0,
              "is missing: nothing shows any more whether the end of the log was cut off"));
    }
    return new Verification(lines, unchained, firstAct, lastAct, last, torn, List.copyOf(faults));
  }

  private void fault(long line, String what) {
    faults.add(new Fault(log, line, what));
  }
}
