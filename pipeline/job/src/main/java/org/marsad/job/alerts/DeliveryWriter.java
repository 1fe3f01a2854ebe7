// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.job.alerts;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.marsad.alerts.dispatch.DispatchReport;
import org.marsad.index.IndexUnavailableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs the dispatcher on a thread of its own, one run at a time: a mail server that hangs holds up
 * neither the clock nor a checkpoint. Nothing is lost with a tick, since all that is to be sent
 * waits in the index.
 */
final class DeliveryWriter implements SinkWriter<Long> {
  private static final Logger LOG = LoggerFactory.getLogger(DeliveryWriter.class);

  /** What is being sent when the job stops is better ended than sent again. */
  private static final long PATIENCE_SECONDS = 10;

  private final DispatchSession session;
  private final AtomicBoolean running = new AtomicBoolean();
  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(
          task -> {
            Thread made = new Thread(task, "alert-delivery");
            made.setDaemon(true);
            return made;
          });

  DeliveryWriter(DispatchSession session) {
    this.session = session;
  }

  @Override
  public void write(Long tick, Context context) {
    if (running.compareAndSet(false, true)) {
      thread.execute(this::run);
    }
  }

  private void run() {
    try {
      DispatchReport report = session.dispatcher().run();
      if (report.messages() + report.retried() + report.failed() > 0) {
        LOG.info(
            "Alerts: {} messages sent, {} deliveries to be tried again, {} given up",
            report.messages(),
            report.retried(),
            report.failed());
      }
    } catch (RuntimeException fault) {
      // Other faults may quote a query, and so somebody's words.
      LOG.warn(
          "Alerts are not sent now and will be later: {}",
          fault instanceof IndexUnavailableException ? fault.getMessage() : fault.getClass());
    } finally {
      running.set(false);
    }
  }

  /** A checkpoint does not wait for mail servers. */
  @Override
  public void flush(boolean endOfInput) {}

  @Override
  public void close() throws InterruptedException {
    thread.shutdown();
    if (!thread.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      thread.shutdownNow();
    }
    session.close();
  }
}
