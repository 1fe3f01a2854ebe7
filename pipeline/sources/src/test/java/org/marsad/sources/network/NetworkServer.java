// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.network;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** A network on loopback: answers by a function of path and parameters, and fails when told to. */
public final class NetworkServer implements AutoCloseable {
  /** What is sent back. */
  public record Answer(int status, String contentType, String body, Map<String, String> headers) {
    public static Answer json(String body) {
      return new Answer(200, "application/json", body, Map.of());
    }

    public static Answer status(int status, Map<String, String> headers) {
      return new Answer(status, "application/json", "{}", headers);
    }
  }

  /** What was asked. */
  public record Request(String path, Map<String, String> parameters, Map<String, String> headers) {
    public @Nullable String parameter(String name) {
      return parameters.get(name);
    }
  }

  /** The network itself. */
  public interface Api {
    Answer answer(Request request);
  }

  private final HttpServer server;
  private final Deque<Answer> failures = new ConcurrentLinkedDeque<>();
  private final List<Request> requests = new CopyOnWriteArrayList<>();
  private volatile Api api = request -> Answer.status(404, Map.of());

  public NetworkServer() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/", this::serve);
    server.start();
  }

  public void answers(Api with) {
    this.api = with;
  }

  /** The next request gets this, whatever it asks. */
  public void failNext(Answer failure) {
    failures.add(failure);
  }

  public URI url(String path) {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
  }

  /** All so far, in order. */
  public List<Request> requests() {
    return requests;
  }

  private void serve(HttpExchange exchange) throws IOException {
    Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    exchange.getRequestHeaders().forEach((name, values) -> headers.put(name, values.get(0)));
    URI uri = exchange.getRequestURI();
    Request request = new Request(uri.getPath(), parameters(uri.getRawQuery()), headers);
    requests.add(request);
    Answer failure = uri.getPath().equals("/robots.txt") ? null : failures.poll();
    Answer answer = failure == null ? api.answer(request) : failure;
    try (exchange) {
      byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", answer.contentType());
      answer.headers().forEach(exchange.getResponseHeaders()::set);
      exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
      try (OutputStream out = exchange.getResponseBody()) {
        out.write(body);
      }
    }
  }

  private static Map<String, String> parameters(@Nullable String query) {
    Map<String, String> parameters = new TreeMap<>();
    for (String pair : query == null ? new String[0] : query.split("&")) {
      String[] sides = pair.split("=", 2);
      parameters.put(
          URLDecoder.decode(sides[0], StandardCharsets.UTF_8),
          sides.length == 1 ? "" : URLDecoder.decode(sides[1], StandardCharsets.UTF_8));
    }
    return parameters;
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
