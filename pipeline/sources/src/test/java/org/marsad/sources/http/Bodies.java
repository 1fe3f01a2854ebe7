// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.http;

import com.sun.net.httpserver.HttpExchange;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;

/** Bodies that are too long, too slow or no text; the long ones are never held in memory. */
final class Bodies {
  private static final byte[] BLOCK = new byte[64 * 1024];
  private static final byte[] BOMB = bomb(100 * 1024 * 1024);

  private Bodies() {}

  /** Until the site closes. */
  static void silence() {
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Each byte comes in time, the whole never. */
  static void trickle(HttpExchange exchange) throws IOException {
    exchange.sendResponseHeaders(200, 0);
    OutputStream out = exchange.getResponseBody();
    try {
      while (true) {
        out.write('.');
        out.flush();
        TimeUnit.MILLISECONDS.sleep(100);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Promises more than it sends. */
  static void cutOff(HttpExchange exchange) throws IOException {
    exchange.sendResponseHeaders(200, 1_000);
    exchange.getResponseBody().write('.');
  }

  /**
   * @param length in bytes; 0 for without end
   */
  static void zeros(HttpExchange exchange, long length) throws IOException {
    exchange.sendResponseHeaders(200, length);
    OutputStream out = exchange.getResponseBody();
    for (long left = length; left > 0 || length == 0; left -= BLOCK.length) {
      out.write(BLOCK, 0, length == 0 ? BLOCK.length : (int) Math.min(left, BLOCK.length));
    }
  }

  static void bomb(HttpExchange exchange) throws IOException {
    exchange.getResponseHeaders().set("Content-Encoding", "gzip");
    LoopbackSite.send(exchange, 200, BOMB);
  }

  /** A thousandth of what it unfolds to. */
  private static byte[] bomb(int unfolded) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      for (int written = 0; written < unfolded; written += BLOCK.length) {
        gzip.write(BLOCK);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return packed.toByteArray();
  }

  /** The signature and bytes of any value, the same each time. */
  static byte[] binary(byte[] signature) {
    byte[] noise = new byte[4 * 1024];
    new Random(1).nextBytes(noise);
    byte[] body = Arrays.copyOf(signature, signature.length + noise.length);
    System.arraycopy(noise, 0, body, signature.length, noise.length);
    return body;
  }
}
