// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A real web site on loopback, which remembers what it was asked. */
public final class LoopbackSite implements AutoCloseable {
  /** Answers one request. */
  public interface Page {
    void answer(HttpExchange exchange) throws IOException;
  }

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Map<String, Page> pages = new ConcurrentHashMap<>();
  private final List<String> requests = new CopyOnWriteArrayList<>();
  private volatile Page other = exchange -> send(exchange, 404, new byte[0]);

  public LoopbackSite() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(threads);
    server.createContext("/", this::serve);
    server.start();
  }

  /** Serves this text; the site has no robots.txt unless one is set here. */
  public LoopbackSite with(String path, String contentType, String body) {
    return with(path, contentType, body.getBytes(StandardCharsets.UTF_8));
  }

  public LoopbackSite with(String path, String contentType, byte[] body) {
    return with(
        path,
        exchange -> {
          exchange.getResponseHeaders().set("Content-Type", contentType);
          send(exchange, 200, body);
        });
  }

  public LoopbackSite withStatus(String path, int status) {
    return with(path, exchange -> send(exchange, status, new byte[0]));
  }

  public LoopbackSite with(String path, Page page) {
    pages.put(path, page);
    return this;
  }

  /** Answers whatever no page is set for; a 404 at first. */
  public LoopbackSite withOther(Page page) {
    other = page;
    return this;
  }

  public static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    try (OutputStream out = exchange.getResponseBody()) {
      out.write(body);
    }
  }

  public URI url(String path) {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
  }

  /** The paths asked for so far, in order, without robots.txt. */
  public List<String> requests() {
    return requests.stream().filter(path -> !path.equals("/robots.txt")).toList();
  }

  public long requests(String path) {
    return requests.stream().filter(path::equals).count();
  }

  private void serve(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().toString();
    requests.add(path);
    try (exchange) {
      pages.getOrDefault(path, other).answer(exchange);
    }
  }

  @Override
  public void close() {
    threads.shutdownNow();
    server.stop(0);
  }
}
