// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.job.alerts;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.marsad.index.IndexUnavailableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Works on one thread of its own, and waits for the index for as long as it is away. */
final class PatientWorker implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(PatientWorker.class);
  private static final Duration FIRST_BACK_OFF = Duration.ofSeconds(1);
  private static final int MOST_DOUBLINGS = 5;

  private final String name;
  private final ScheduledExecutorService thread;

  PatientWorker(String name) {
    this.name = name;
    this.thread =
        Executors.newSingleThreadScheduledExecutor(
            task -> {
              Thread made = new Thread(task, name);
              made.setDaemon(true);
              return made;
            });
  }

  /**
   * Exactly one of the two hears, unless this is closed before.
   *
   * @param failed of any exception but {@link IndexUnavailableException}
   */
  <T> void run(Supplier<T> work, Consumer<T> done, Consumer<Throwable> failed) {
    thread.execute(() -> attempt(work, done, failed, 0));
  }

  private <T> void attempt(
      Supplier<T> work, Consumer<T> done, Consumer<Throwable> failed, int failures) {
    T result;
    try {
      result = work.get();
    } catch (IndexUnavailableException away) {
      long wait = FIRST_BACK_OFF.toMillis() << Math.min(failures, MOST_DOUBLINGS);
      LOG.warn("{} waits {} ms for the index: {}", name, wait, away.getMessage());
      later(() -> attempt(work, done, failed, failures + 1), wait);
      return;
    } catch (RuntimeException | Error fault) {
      // Swallowed by the thread, an error would leave the caller waiting for ever.
      failed.accept(fault);
      return;
    }
    done.accept(result);
  }

  private void later(Runnable again, long millis) {
    try {
      thread.schedule(again, millis, TimeUnit.MILLISECONDS);
    } catch (RejectedExecutionException closed) {
      // Whoever waits for the result has gone as well.
    }
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }
}
