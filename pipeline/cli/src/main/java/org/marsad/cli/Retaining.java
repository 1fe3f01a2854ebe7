// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.marsad.dashboards.accounts.AccountParts;
import org.marsad.dashboards.audit.AuditLog;
import org.marsad.index.ExpiredCounts;
import org.marsad.index.IndexConnection;
import org.marsad.index.Retention;
import org.marsad.index.accounts.AccountIndex;
import org.marsad.index.retention.RetentionLog;
import org.marsad.index.retention.RetentionRun;
import org.marsad.model.DocumentKind;
import org.marsad.model.Pseudonyms;
import org.marsad.model.RetentionPeriods;
import org.marsad.sources.warc.ExpiredFiles;

/**
 * Erases what has been kept for as long as the settings say: texts, rejections, files of the
 * archive and sessions that have ended. It is on record before it happens, and may be repeated at
 * any time.
 */
final class Retaining {
  private final Retention index;
  private final ExpiredFiles archive;
  private final AccountParts accounts;
  private final RetentionLog log;
  private final AuditLog audit;
  private final RetentionPeriods periods;
  private final Clock clock;

  Retaining(
      IndexConnection connection,
      Pseudonyms pseudonyms,
      Path archive,
      AuditLog audit,
      RetentionPeriods periods,
      Clock clock) {
    this.index = new Retention(connection, pseudonyms);
    this.archive = new ExpiredFiles(archive);
    this.accounts = AccountParts.of(new AccountIndex(connection), clock);
    this.log = new RetentionLog(connection);
    this.audit = audit;
    this.periods = periods;
    this.clock = clock;
  }

  RetentionLog log() {
    return log;
  }

  /** What is due, while nothing is erased. */
  RetentionRun due() throws IOException {
    Instant now = clock.instant();
    return run(now, true, index.count(periods, now), archive.count(archived(now)), 0);
  }

  /** Whether so much is due that a slip of the settings or of the clock is likelier. */
  boolean isAlarming(RetentionRun due) {
    return due.documents().entrySet().stream()
        .anyMatch(kind -> kind.getValue() > index.held(kind.getKey()) / 2);
  }

  /** Notes that a person has to decide. */
  void holdBack(RetentionRun due) {
    log.note(due);
  }

  /**
   * @param who is on record for it
   */
  RetentionRun carryOut(String who, RetentionRun due) throws IOException {
    audit.record(who, "erase-expired", "retention", due.at().toString(), details(due));
    Instant now = clock.instant();
    int files = archive.remove(archived(now), now);
    RetentionRun done =
        run(now, false, index.carryOut(periods, now), files, accounts.sessions().clearEnded());
    log.note(done);
    return done;
  }

  /** A page shows the comments of readers too. */
  private Instant archived(Instant now) {
    return periods.shortest(now, DocumentKind.ARTICLE, DocumentKind.COMMENT);
  }

  private static RetentionRun run(
      Instant at, boolean heldBack, ExpiredCounts counts, int files, int sessions) {
    return new RetentionRun(
        at, heldBack, counts.documents(), counts.rejections(), counts.excerpts(), files, sessions);
  }

  private Map<String, List<String>> details(RetentionRun due) {
    Map<String, List<String>> details = new TreeMap<>();
    periods.days().forEach((kind, days) -> details.put(kind + "-days", List.of("" + days)));
    due.documents().forEach((kind, count) -> details.put(kind + "-due", List.of("" + count)));
    return details;
  }
}
