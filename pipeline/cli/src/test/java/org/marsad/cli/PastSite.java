// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.zip.GZIPOutputStream;

/** A news site on loopback with a past, which remembers what it was asked. */
final class PastSite implements AutoCloseable {
  private interface Page {
    void answer(HttpExchange exchange) throws IOException;
  }

  /** Ends a path that is answered whatever is asked of it. */
  static final String ANY_QUERY = "?*";

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Map<String, Page> pages = new ConcurrentHashMap<>();
  private final List<String> requests = new CopyOnWriteArrayList<>();

  PastSite() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 50);
    server.setExecutor(threads);
    server.createContext("/", this::serve);
    server.start();
  }

  /** The shipped ones, but without a delay. */
  static Path settings(Path folder) throws IOException {
    return Files.writeString(
        folder.resolve("marsad.yaml"),
        Files.readString(ShippedConfiguration.settingsOr(null))
            .replace("min-delay: 2s", "min-delay: 0s")
            .replace("  rules-file: rules.yaml\n", ""));
  }

  private void serve(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().toString();
    requests.add(path);
    Page any = pages.get(exchange.getRequestURI().getPath() + ANY_QUERY);
    try (exchange) {
      pages
          .getOrDefault(path, any != null ? any : unknown -> send(unknown, 404, new byte[0]))
          .answer(exchange);
    }
  }

  private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    try (OutputStream out = exchange.getResponseBody()) {
      out.write(body);
    }
  }

  String url(String path) {
    return "http://127.0.0.1:" + server.getAddress().getPort() + path;
  }

  PastSite with(String path, String type, String body) {
    return with(path, type, body.getBytes(UTF_8));
  }

  private PastSite with(String path, String type, byte[] body) {
    pages.put(
        path,
        exchange -> {
          exchange.getResponseHeaders().set("Content-Type", type);
          send(exchange, 200, body);
        });
    return this;
  }

  PastSite withStatus(String path, int status) {
    pages.put(path, exchange -> send(exchange, status, new byte[0]));
    return this;
  }

  PastSite withMoved(String path, String target) {
    pages.put(
        path,
        exchange -> {
          exchange.getResponseHeaders().set("Location", target);
          send(exchange, 301, new byte[0]);
        });
    return this;
  }

  PastSite withRobots(String text) {
    return with("/robots.txt", "text/plain", text);
  }

  /** Each article's own words, so that none is another's copy. */
  PastSite withArticle(String path) {
    String subject = path.replaceAll("\\W", " ");
    String paragraph =
        "<p>The council of the district has spoken about"
            + subject
            + " in its session of today,"
            + " and the market hall of"
            + subject
            + " is to open in the coming spring.</p>";
    return with(
        path,
        "text/html; charset=utf-8",
        "<html lang=en><head><title>News of"
            + subject
            + "</title></head><body><article><h1>News of"
            + subject
            + "</h1>"
            + paragraph.repeat(4)
            + "</article></body></html>");
  }

  /** An article that takes its time, so that somebody can come between. */
  PastSite withSlowArticle(String path, long millis) {
    withArticle(path);
    Page article = Objects.requireNonNull(pages.get(path));
    pages.put(
        path,
        exchange -> {
          try {
            Thread.sleep(millis);
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
          article.answer(exchange);
        });
    return this;
  }

  /** Of paths, each with the date of its last change after a space; without where there is none. */
  PastSite withSitemap(String path, List<String> entries) {
    return with(path, "application/xml", list("urlset", "url", entries));
  }

  PastSite withPackedSitemap(String path, List<String> entries) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(packed)) {
      out.write(list("urlset", "url", entries).getBytes(UTF_8));
    }
    return with(path, "application/gzip", packed.toByteArray());
  }

  PastSite withIndex(String path, String... entries) {
    return with(path, "application/xml", list("sitemapindex", "sitemap", List.of(entries)));
  }

  private String list(String root, String element, List<String> entries) {
    StringBuilder xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?><");
    xml.append(root).append(" xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">");
    for (String entry : entries) {
      String[] parts = entry.split(" ");
      xml.append('<').append(element).append("><loc>").append(url(parts[0])).append("</loc>");
      if (parts.length > 1) {
        xml.append("<lastmod>").append(parts[1]).append("</lastmod>");
      }
      xml.append("</").append(element).append('>');
    }
    return xml.append("</").append(root).append('>').toString();
  }

  long requests(String path) {
    return requests.stream().filter(path::equals).count();
  }

  /** All paths of articles that were asked for, in order. */
  List<String> articleRequests() {
    return requests.stream().filter(path -> path.matches("/\\d{4}/.*")).toList();
  }

  @Override
  public void close() {
    threads.shutdownNow();
    server.stop(0);
  }
}
