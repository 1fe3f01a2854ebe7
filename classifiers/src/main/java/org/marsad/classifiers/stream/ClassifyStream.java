// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.classifiers.stream;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.marsad.classifiers.Assessor;

/**
 * Assesses a stream of JSON Lines: exactly one line out for each line in, in the same order, in
 * constant memory (a few dozen lines are under way at a time). Bytes that are no UTF-8 become
 * replacement characters.
 */
public final class ClassifyStream {
  private static final int UNDER_WAY = 64;
  private static final int THREADS = 2;

  private final LineCodec codec;

  public ClassifyStream(Assessor assessor) {
    this.codec = new LineCodec(assessor);
  }

  /**
   * How a run went.
   *
   * @param lines lines read
   * @param errors lines that were answered by an error; a run with any ends with exit status 1
   */
  public record Outcome(long lines, long errors) {
    /** The exit status of a command that made this run. */
    public int exitStatus() {
      return errors == 0 ? 0 : 1;
    }
  }

  /**
   * Answers every line; neither stream is closed.
   *
   * @throws IOException if a stream fails
   */
  public Outcome run(InputStream in, OutputStream out) throws IOException {
    BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    BufferedWriter writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    Deque<Future<LineCodec.Answer>> underWay = new ArrayDeque<>();
    long lines = 0;
    long errors = 0;
    try {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        lines++;
        String given = line;
        underWay.add(threads.submit(() -> codec.answer(given)));
        // A reader who waits for the answer before sending more must not wait for ever.
        while (underWay.size() >= UNDER_WAY || !underWay.isEmpty() && !reader.ready()) {
          errors += write(underWay.remove(), writer);
        }
        if (underWay.isEmpty()) {
          writer.flush();
        }
      }
      while (!underWay.isEmpty()) {
        errors += write(underWay.remove(), writer);
      }
      writer.flush();
    } finally {
      threads.shutdownNow();
    }
    return new Outcome(lines, errors);
  }

  private static int write(Future<LineCodec.Answer> future, BufferedWriter writer)
      throws IOException {
    try {
      LineCodec.Answer answer = future.get();
      writer.write(answer.line());
      writer.write('\n');
      return answer.error() ? 1 : 0;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("Interrupted while classifying", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("Classifying a line failed", e.getCause());
    }
  }
}
