// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.cli;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.marsad.dashboards.audit.AuditLog;
import org.marsad.index.retention.RetentionRun;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Erases each day what is due while Marsad runs. The day counts from the last run that came to its
 * end, which the index knows: so a start catches up, and what was interrupted is done again.
 */
final class RetentionKeeper implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(RetentionKeeper.class);
  private static final Duration EVERY = Duration.ofDays(1);
  private static final long FIRST_SECONDS = 10;
  private static final long LOOK_SECONDS = 600;
  private static final long STOP_SECONDS = 20;

  private final Retaining retaining;
  private final Clock clock;
  private final ScheduledExecutorService thread;

  RetentionKeeper(Retaining retaining, Clock clock) {
    this.retaining = retaining;
    this.clock = clock;
    this.thread =
        Executors.newSingleThreadScheduledExecutor(
            task -> {
              Thread made = new Thread(task, "marsad-retention");
              made.setDaemon(true);
              return made;
            });
  }

  static RetentionKeeper start(Retaining retaining) {
    RetentionKeeper keeper = new RetentionKeeper(retaining, Clock.systemUTC());
    var unused =
        keeper.thread.scheduleWithFixedDelay(
            keeper::look, FIRST_SECONDS, LOOK_SECONDS, TimeUnit.SECONDS);
    return keeper;
  }

  /** Never fails: what did not work today is tried again soon. */
  void look() {
    try {
      if (isTime()) {
        keep();
      }
    } catch (IOException | RuntimeException fault) {
      LOG.warn("Texts that are due could not be erased; it is tried again", fault);
    }
  }

  /** By the difference: a clock that was set back must not make it wait for years. */
  private boolean isTime() {
    Instant now = clock.instant();
    return retaining
        .log()
        .last()
        .map(last -> Duration.between(last.at(), now).abs().compareTo(EVERY) >= 0)
        .orElse(true);
  }

  private void keep() throws IOException {
    RetentionRun due = retaining.due();
    if (retaining.isAlarming(due)) {
      LOG.warn(
          "More than half of all texts of a kind are due to be erased: {}. Nothing was. If the"
              + " clock and dashboard.retention-days are right, run ./marsad erase --expired",
          due.documents());
      retaining.holdBack(due);
      return;
    }
    RetentionRun done = retaining.carryOut(AuditLog.MARSAD, due);
    LOG.info("Erased what was due: {}", done);
  }

  /** A run that does not end soon is interrupted, and done again at the next start. */
  @Override
  public void close() {
    thread.shutdown();
    try {
      if (!thread.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS)) {
        thread.shutdownNow();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
