// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.network;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.marsad.sources.http.LoopbackSite;

/** A network's interface on loopback: scripts answer by path, and all requests are remembered. */
public final class NetworkServer implements AutoCloseable {

  /**
   * @param path without the query
   * @param query decoded; of a name given twice, the last
   * @param headers by names in any case
   * @param body of a POST, as it came
   */
  public record Request(
      String method,
      String path,
      Map<String, String> query,
      Map<String, String> headers,
      String body) {

    /** A value of the query; null where it is absent. */
    public @Nullable String query(String name) {
      return query.get(name);
    }

    public @Nullable String header(String name) {
      return headers.get(name);
    }
  }

  public record Answer(int status, Map<String, String> headers, String body) {
    public static Answer json(String body) {
      return new Answer(200, Map.of("Content-Type", "application/json"), body);
    }

    public static Answer html(String body) {
      return new Answer(200, Map.of("Content-Type", "text/html; charset=utf-8"), body);
    }

    public static Answer status(int status) {
      return new Answer(status, Map.of(), "");
    }
  }

  public interface Script {
    Answer answer(Request request);
  }

  private final LoopbackSite site = new LoopbackSite();
  private final Map<String, Script> scripts = new ConcurrentHashMap<>();
  private final List<Request> requests = new CopyOnWriteArrayList<>();
  private final CountDownLatch closed = new CountDownLatch(1);
  private volatile boolean silent;

  public NetworkServer() {
    site.withOther(this::serve);
  }

  /** For scripts of their own; what they answer is not among {@link #requests}. */
  public LoopbackSite site() {
    return site;
  }

  public URI url(String path) {
    return site.url(path);
  }

  /** Answers this path, whatever the query; a path without a script is a 404. */
  public NetworkServer on(String path, Script script) {
    scripts.put(path, script);
    return this;
  }

  /** Answers this path always alike. */
  public NetworkServer on(String path, Answer answer) {
    return on(path, request -> answer);
  }

  /** From now on, requests are taken and never answered. */
  public void fallSilent() {
    silent = true;
  }

  /** All requests so far, in order. */
  public List<Request> requests() {
    return List.copyOf(requests);
  }

  private void serve(HttpExchange exchange) throws IOException {
    Request request = read(exchange);
    requests.add(request);
    if (silent) {
      awaitClose();
      return;
    }
    Script script = scripts.get(request.path());
    Answer answer = script == null ? Answer.status(404) : script.answer(request);
    answer.headers().forEach(exchange.getResponseHeaders()::set);
    LoopbackSite.send(exchange, answer.status(), answer.body().getBytes(StandardCharsets.UTF_8));
  }

  private void awaitClose() {
    try {
      closed.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static Request read(HttpExchange exchange) throws IOException {
    Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    exchange.getRequestHeaders().forEach((name, values) -> headers.put(name, values.get(0)));
    URI uri = exchange.getRequestURI();
    return new Request(
        exchange.getRequestMethod(),
        uri.getPath(),
        query(uri.getRawQuery()),
        headers,
        new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
  }

  private static Map<String, String> query(@Nullable String raw) {
    Map<String, String> query = new HashMap<>();
    for (String part : raw == null ? new String[0] : raw.split("&")) {
      String[] pair = part.split("=", 2);
      query.put(decode(pair[0]), pair.length == 1 ? "" : decode(pair[1]));
    }
    return query;
  }

  private static String decode(String part) {
    return URLDecoder.decode(part, StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    closed.countDown();
    site.close();
  }
}
