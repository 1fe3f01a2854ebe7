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
 * Assesses a stream of JSON Lines: exactly one line out for each line in, in the same order. Bytes
 * that are no UTF-8 become replacement characters; a byte order mark before the first line is
 * skipped.
 *
 * <p>Memory does not grow with the stream: at most {@link #MOST_LINES} lines are under way at a
 * time, and no line is read while those under way have {@link #MOST_CHARACTERS} or more between
 * them.
 */
public final class ClassifyStream {
  /** Lines that are read and not yet answered. */
  static final int MOST_LINES = 64;

  /** Characters of the lines under way from which on no further line is read. */
  static final int MOST_CHARACTERS = 4_000_000;

  private static final int THREADS = 2;
  private static final int BYTE_ORDER_MARK = 0xFEFF;

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
    skipByteOrderMark(reader);
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    Deque<UnderWay> underWay = new ArrayDeque<>();
    long characters = 0;
    long lines = 0;
    long errors = 0;
    try {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        lines++;
        characters += line.length();
        String given = line;
        underWay.add(new UnderWay(line.length(), threads.submit(() -> codec.answer(given))));
        // A reader who waits for the answer before sending more must not wait for ever.
        while (underWay.size() >= MOST_LINES
            || characters >= MOST_CHARACTERS
            || !underWay.isEmpty() && !reader.ready()) {
          UnderWay first = underWay.remove();
          characters -= first.characters();
          errors += write(first.answer(), writer);
        }
        if (underWay.isEmpty()) {
          writer.flush();
        }
      }
      while (!underWay.isEmpty()) {
        errors += write(underWay.remove().answer(), writer);
      }
      writer.flush();
    } finally {
      threads.shutdownNow();
    }
    return new Outcome(lines, errors);
  }

  private record UnderWay(int characters, Future<LineCodec.Answer> answer) {}

  private static void skipByteOrderMark(BufferedReader reader) throws IOException {
    reader.mark(1);
    if (reader.read() != BYTE_ORDER_MARK) {
      reader.reset();
    }
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
