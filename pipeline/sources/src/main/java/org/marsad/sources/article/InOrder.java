// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.article;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintStream;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Works on several pages at once and prints their lines in the order in which they came. */
final class InOrder {
  private static final int WORKERS = Runtime.getRuntime().availableProcessors();

  /** Bounds the memory for results that wait for an earlier page. */
  private static final int AHEAD = 4 * WORKERS;

  private InOrder() {}

  /**
   * @return false where one of the lines is an error
   */
  static boolean print(Stream<Supplier<ObjectNode>> pages, PrintStream out) {
    ExecutorService workers = Executors.newFixedThreadPool(WORKERS + 1);
    BlockingQueue<CompletableFuture<ObjectNode>> results = new ArrayBlockingQueue<>(AHEAD);
    CompletableFuture<ObjectNode> end = new CompletableFuture<>();
    try {
      CompletableFuture<Void> fed =
          CompletableFuture.runAsync(
              () -> {
                try {
                  pages.forEach(page -> put(results, CompletableFuture.supplyAsync(page, workers)));
                } finally {
                  put(results, end);
                }
              },
              workers);
      boolean well = print(results, end, out);
      fed.join();
      return well;
    } finally {
      workers.shutdownNow();
    }
  }

  private static boolean print(
      BlockingQueue<CompletableFuture<ObjectNode>> results,
      CompletableFuture<ObjectNode> end,
      PrintStream out) {
    boolean well = true;
    for (var result = take(results); result != end; result = take(results)) {
      ObjectNode line = result.join();
      well &= !line.has("error");
      // Not println, which would write in the platform's encoding and with its line break.
      byte[] bytes = (line + "\n").getBytes(UTF_8);
      out.write(bytes, 0, bytes.length);
      out.flush();
    }
    return well;
  }

  private static <T> void put(BlockingQueue<T> queue, T element) {
    try {
      queue.put(element);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while extracting", e);
    }
  }

  private static <T> T take(BlockingQueue<T> queue) {
    try {
      return queue.take();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while extracting", e);
    }
  }
}
