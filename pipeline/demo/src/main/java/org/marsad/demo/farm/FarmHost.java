// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.demo.farm;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.function.Supplier;

/** A host of the farm, on a port of its own: another registrable domain to whoever polls it. */
final class FarmHost implements AutoCloseable {
  private static final int SERVER_ERROR = 500;
  private static final int UNAVAILABLE = 503;
  private static final int NOT_FOUND = 404;

  private static final String FEED_TYPE = "application/rss+xml";
  private static final String BROKEN = "<rss><channel>";
  private static final Fault[] FAULTS = Fault.values();
  private static final Duration SLOW = Duration.ofSeconds(3);

  /** A reader of feeds hangs up after ten seconds of silence. */
  private static final Duration SILENT = Duration.ofSeconds(12);

  private final HttpServer server;
  private final Manner manner;
  private final Supplier<Boolean> calm;
  private final Random random;
  private final RequestLog log = new RequestLog();
  private final Map<String, FarmFeed> feeds = new LinkedHashMap<>();
  private final Set<String> failedOnce = ConcurrentHashMap.newKeySet();
  private final Supplier<Instant> now;

  /**
   * @param calm whether nothing goes wrong any more
   * @param now until when items are published
   */
  FarmHost(
      Manner manner,
      long seed,
      ExecutorService threads,
      Supplier<Boolean> calm,
      Supplier<Instant> now)
      throws IOException {
    this.manner = manner;
    this.calm = calm;
    this.now = now;
    this.random = new Random(seed);
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
    server.setExecutor(threads);
    server.createContext("/", this::serve);
  }

  void start() {
    server.start();
  }

  String origin() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  void add(FarmFeed feed) {
    feeds.put(feed.path(), feed);
  }

  Manner manner() {
    return manner;
  }

  RequestLog log() {
    return log;
  }

  private void serve(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    log.add(path);
    try (exchange) {
      pause();
      if (path.equals("/robots.txt")) {
        send(exchange, 200, "text/plain", manner.robots());
      } else if (!calm.get() && goesWrong()) {
        fail(exchange, path);
      } else {
        answer(exchange, path);
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private void pause() throws InterruptedException {
    Thread.sleep(manner.delay().toMillis());
  }

  private synchronized boolean goesWrong() {
    return random.nextInt(1000) < manner.faults();
  }

  private synchronized Fault fault() {
    return FAULTS[random.nextInt(FAULTS.length)];
  }

  private void fail(HttpExchange exchange, String path) throws IOException, InterruptedException {
    switch (fault()) {
      case UNAVAILABLE -> {
        exchange.getResponseHeaders().set("Retry-After", "5");
        send(exchange, UNAVAILABLE, "text/plain", "");
      }
      case CUT_OFF -> {
        exchange.sendResponseHeaders(200, 100_000);
        exchange.getResponseBody().write(BROKEN.getBytes(StandardCharsets.UTF_8));
      }
      case BROKEN_XML -> {
        boolean isFeed = feeds.containsKey(path);
        send(exchange, isFeed ? 200 : SERVER_ERROR, FEED_TYPE, isFeed ? BROKEN : "");
      }
      case SLOW -> {
        Thread.sleep(SLOW.toMillis());
        answer(exchange, path);
      }
      case SILENT -> Thread.sleep(SILENT.toMillis());
      default -> send(exchange, SERVER_ERROR, "text/plain", "");
    }
  }

  private void answer(HttpExchange exchange, String path) throws IOException {
    FarmFeed feed = feeds.get(path);
    if (feed == null) {
      page(exchange, path);
    } else {
      send(exchange, 200, FEED_TYPE, feed.rss(now.get()));
    }
  }

  private void page(HttpExchange exchange, String path) throws IOException {
    String[] parts = path.split("/");
    FarmFeed feed = parts.length == 4 ? feeds.get("/feed/" + parts[2]) : null;
    if (feed == null) {
      send(exchange, NOT_FOUND, "text/plain", "");
      return;
    }
    FarmItem item = feed.item(Integer.parseInt(parts[3]));
    switch (item.fate()) {
      case ARTICLE, COPY, DISALLOWED -> send(exchange, 200, "text/html", FarmFeed.page(item));
      case LATE_ARTICLE -> {
        if (failedOnce.add(path)) {
          send(exchange, SERVER_ERROR, "text/plain", "");
        } else {
          send(exchange, 200, "text/html", FarmFeed.page(item));
        }
      }
      case GONE -> send(exchange, NOT_FOUND, "text/plain", "");
      case EMPTY -> send(exchange, 200, "text/html", "<html><body></body></html>");
    }
  }

  private static void send(HttpExchange exchange, int status, String type, String body)
      throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", type + "; charset=UTF-8");
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    try (OutputStream out = exchange.getResponseBody()) {
      out.write(bytes);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
