// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.network.reddit;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.marsad.model.Json;
import org.marsad.sources.http.LoopbackSite;

/** An invented subreddit behind an interface of the form that Reddit's has. */
final class Subreddit {
  static final String ID = "an-id";
  static final String SECRET = "a secret";

  private static final int PAGE = 100;
  private static final String LISTING = "/r/fictif/new?limit=100&raw_json=1";

  private final LoopbackSite site;
  private final NavigableMap<Long, Map<String, Object>> posts = new TreeMap<>();
  private final AtomicInteger tokens = new AtomicInteger();
  private final List<String> authorizations = new ArrayList<>();
  private String remaining = "99.0";

  Subreddit(LoopbackSite site) {
    this.site = site;
    site.with("/api/v1/access_token", this::giveToken);
    publish();
  }

  URI url() {
    return site.url("/r/fictif/new");
  }

  URI tokenUrl() {
    return site.url("/api/v1/access_token");
  }

  int tokensGiven() {
    return tokens.get();
  }

  List<String> authorizations() {
    return authorizations;
  }

  Subreddit posts(long from, long to) {
    for (long id = from; id <= to; id++) {
      posts.put(id, post(id, "post " + id, "somebody"));
    }
    return publish();
  }

  Subreddit says(long id, String text, @Nullable String author) {
    posts.put(id, post(id, text, author));
    return publish();
  }

  Subreddit removes(long id) {
    posts.remove(id);
    return publish();
  }

  /** The next page of it cannot be found in a listing, but by its id it can. */
  Subreddit hides(long id) {
    Map<String, Object> hidden = posts.remove(id);
    publish();
    site.with(info(id), exchange -> answer(exchange, listing(List.of(hidden), null)));
    return this;
  }

  Subreddit quotaLeft(String number) {
    remaining = number;
    return this;
  }

  Subreddit answers(int status, String body) {
    site.with(
        LISTING,
        exchange -> LoopbackSite.send(exchange, status, body.getBytes(StandardCharsets.UTF_8)));
    return this;
  }

  Subreddit publish() {
    page("", Long.MAX_VALUE);
    for (long id : posts.keySet()) {
      page("&after=" + name(id), id);
      site.with(info(id), exchange -> answer(exchange, listing(List.of(), null)));
    }
    return this;
  }

  static String name(long id) {
    return "t3_" + Long.toString(id, 36);
  }

  private static String info(long id) {
    return "/api/info?raw_json=1&id=" + name(id);
  }

  private void page(String query, long before) {
    List<Map<String, Object>> shown =
        posts.headMap(before, false).descendingMap().values().stream().limit(PAGE).toList();
    String after = shown.size() < PAGE ? null : "t3_" + shown.get(PAGE - 1).get("id");
    site.with(LISTING + query, exchange -> guarded(exchange, listing(shown, after)));
  }

  private static String listing(List<Map<String, Object>> posts, @Nullable String after) {
    String children =
        posts.stream()
            .map(post -> "{\"kind\":\"t3\",\"data\":" + json(post) + "}")
            .collect(Collectors.joining(","));
    return "{\"kind\":\"Listing\",\"data\":{\"after\":"
        + (after == null ? "null" : "\"" + after + "\"")
        + ",\"children\":["
        + children
        + "]}}";
  }

  private static Map<String, Object> post(long id, String text, @Nullable String author) {
    Map<String, Object> post = new TreeMap<>();
    post.put("id", Long.toString(id, 36));
    post.put("title", "A title");
    post.put("selftext", text);
    post.put("author", author);
    post.put("author_fullname", author == null ? null : "t2_abc");
    post.put("created_utc", 1_772_352_000.0);
    post.put("permalink", "/r/fictif/comments/" + Long.toString(id, 36) + "/a_title/");
    return post;
  }

  private static String json(Object value) {
    try {
      return Json.MAPPER.writeValueAsString(value);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private void giveToken(HttpExchange exchange) throws IOException {
    String expected =
        "Basic "
            + Base64.getEncoder()
                .encodeToString((ID + ":" + SECRET).getBytes(StandardCharsets.UTF_8));
    boolean right = expected.equals(exchange.getRequestHeaders().getFirst("Authorization"));
    String form = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    if (!right || !form.equals("grant_type=client_credentials")) {
      LoopbackSite.send(exchange, 401, new byte[0]);
      return;
    }
    answer(
        exchange,
        "{\"access_token\":\"token-" + tokens.incrementAndGet() + "\",\"expires_in\":3600}");
  }

  private void guarded(HttpExchange exchange, String body) throws IOException {
    String given = exchange.getRequestHeaders().getFirst("Authorization");
    authorizations.add(given);
    if (!("bearer token-" + tokens.get()).equals(given)) {
      LoopbackSite.send(exchange, 401, new byte[0]);
      return;
    }
    answer(exchange, body);
  }

  /** What was given counts no more. */
  void revokeToken() {
    tokens.incrementAndGet();
  }

  private void answer(HttpExchange exchange, String body) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.getResponseHeaders().set("x-ratelimit-remaining", remaining);
    exchange.getResponseHeaders().set("x-ratelimit-reset", "120");
    LoopbackSite.send(exchange, 200, body.getBytes(StandardCharsets.UTF_8));
  }
}
