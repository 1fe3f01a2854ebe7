// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.cli;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.marsad.job.local.LocalJob;
import org.marsad.job.metrics.CounterNames;

/** Waits for a bounded job, with a line of progress on the terminal. */
final class ImportProgress {
  private ImportProgress() {}

  /**
   * @throws ExecutionException with the job's fault, if it failed
   */
  static void follow(LocalJob job) throws InterruptedException, ExecutionException {
    CompletableFuture<@Nullable Void> ended = job.ended();
    try {
      while (true) {
        try {
          ended.get(500, TimeUnit.MILLISECONDS);
          return;
        } catch (TimeoutException running) {
          Terminal.progress(line(job));
        }
      }
    } finally {
      Terminal.endProgress();
    }
  }

  private static String line(LocalJob job) {
    return String.format(
        "read %,d  indexed %,d  duplicates %,d  rejected %,d",
        job.counters().value(CounterNames.READ)
            + job.counters().value(CounterNames.READ_REJECTIONS),
        job.counters().value(CounterNames.INDEXED) + job.counters().value(CounterNames.UPDATED),
        job.counters().value(CounterNames.DUPLICATES),
        job.counters().value(CounterNames.READ_REJECTIONS)
            + job.counters().value(CounterNames.REJECTED));
  }
}
