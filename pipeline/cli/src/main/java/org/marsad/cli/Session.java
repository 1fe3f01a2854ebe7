// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.cli;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;

/** Keeps the system up until it is told to stop, and stops it in order on Ctrl-C or SIGTERM. */
final class Session {
  private Session() {}

  /**
   * @param ended completes when the job has ended by itself, which an endless job does only by
   *     failing
   * @param owned is closed in this order
   */
  static int hold(Future<?> ended, AutoCloseable... owned) throws InterruptedException {
    AtomicBoolean stopping = new AtomicBoolean();
    Thread stopper =
        new Thread(
            () -> {
              stopping.set(true);
              close(owned);
            },
            "marsad-stop");
    Runtime.getRuntime().addShutdownHook(stopper);
    try {
      ended.get();
    } catch (ExecutionException fault) {
      if (!stopping.get()) {
        Terminal.err().println("marsad: the job failed: " + rootMessage(fault));
      }
    }
    if (stopping.get()) {
      stopper.join();
      return ExitStatus.OK;
    }
    Runtime.getRuntime().removeShutdownHook(stopper);
    close(owned);
    return ExitStatus.FAILURE;
  }

  private static void close(AutoCloseable... owned) {
    for (AutoCloseable one : owned) {
      try {
        one.close();
      } catch (Exception fault) {
        Terminal.err().println("marsad: while stopping: " + fault.getMessage());
      }
    }
  }

  private static String rootMessage(Throwable fault) {
    Throwable root = fault;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root.toString();
  }
}
