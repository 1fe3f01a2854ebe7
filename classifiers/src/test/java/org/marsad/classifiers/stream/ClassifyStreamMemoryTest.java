// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.classifiers.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.marsad.classifiers.Assessments;
import org.marsad.classifiers.Assessor;

/** However long the stream, only a window of it is in memory. */
class ClassifyStreamMemoryTest {
  /** What the readers in between take ahead of the lines that are asked for. */
  private static final int READ_AHEAD = 100_000;

  @Test
  @Timeout(60)
  void aLineThatIsNotAnsweredStopsTheReading() throws Exception {
    readsNoFurtherThan(1_000L * ClassifyStream.MOST_LINES, 1_000);
  }

  @Test
  @Timeout(60)
  void longLinesStopTheReadingSooner() throws Exception {
    readsNoFurtherThan(ClassifyStream.MOST_CHARACTERS + 500_000L, 500_000);
  }

  /** Lets the first line wait for its answer and sees how many bytes of the stream are taken. */
  private static void readsNoFurtherThan(long bytes, int lineLength) throws Exception {
    CountDownLatch answer = new CountDownLatch(1);
    AtomicInteger asked = new AtomicInteger();
    Assessor waiting =
        submission -> {
          if (asked.getAndIncrement() == 0) {
            awaitUnchecked(answer);
          }
          return Assessments.of("fr", false, null, 0);
        };
    int lines = 20_000_000 / lineLength;
    Lines in = new Lines(lines, lineLength);
    CompletableFuture<ClassifyStream.Outcome> outcome =
        CompletableFuture.supplyAsync(() -> run(waiting, in));
    long taken = -1;
    while (taken < in.taken.get()) {
      taken = in.taken.get();
      Thread.sleep(300);
    }
    // Of two threads the second may be the first to ask.
    assertThat(taken).isBetween((long) lineLength, bytes + lineLength + READ_AHEAD);
    answer.countDown();
    assertThat(outcome.get(30, TimeUnit.SECONDS)).isEqualTo(new ClassifyStream.Outcome(lines, 0));
  }

  private static ClassifyStream.Outcome run(Assessor assessor, InputStream in) {
    try {
      return new ClassifyStream(assessor).run(in, OutputStream.nullOutputStream());
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static void awaitUnchecked(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /** Lines of one length, made as they are read, and how many bytes were taken of them. */
  private static final class Lines extends InputStream {
    final AtomicLong taken = new AtomicLong();
    private final byte[] line;
    private final long end;

    Lines(int lines, int length) {
      String frame = "{\"text\":\"\"}\n";
      String text = "a".repeat(length - frame.length());
      line = frame.replace("\"\"", "\"" + text + "\"").getBytes(StandardCharsets.UTF_8);
      end = (long) lines * line.length;
    }

    @Override
    public int read() {
      long at = taken.get();
      if (at == end) {
        return -1;
      }
      taken.set(at + 1);
      return line[(int) (at % line.length)];
    }

    @Override
    public int read(byte[] to, int offset, int length) {
      long at = taken.get();
      if (at == end) {
        return -1;
      }
      int from = (int) (at % line.length);
      int count = Math.min(length, line.length - from);
      System.arraycopy(line, from, to, offset, count);
      taken.set(at + count);
      return count;
    }

    @Override
    public int available() {
      return (int) Math.min(Integer.MAX_VALUE, end - taken.get());
    }
  }
}
