// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.demo;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** One outlet's site. Pages are drawn when first asked for, and kept. */
final class OutletSite implements HttpHandler {
  private final Map<String, Supplier<Resource>> routes = new HashMap<>();
  private final Map<String, Resource> drawn = new ConcurrentHashMap<>();
  private final Instant updated;

  OutletSite(Outlet outlet, List<Article> articles, String origin) {
    Pages pages = new Pages(outlet, articles, origin);
    Feeds feeds = new Feeds(outlet, articles, origin);
    this.updated = articles.stream().map(Article::updated).max(Instant::compareTo).orElseThrow();
    String html = "text/html; charset=" + outlet.charset();
    routes.put(
        "/", () -> new Resource(200, html, Html.encode(pages.home(), outlet.encoding()), updated));
    for (Article article : articles) {
      routes.put(
          article.path(),
          () ->
              new Resource(
                  200,
                  html,
                  Html.encode(pages.article(article), outlet.encoding()),
                  article.updated()));
    }
    String type = "application/" + outlet.feed().mediaType() + "; charset=UTF-8";
    routes.put("/feed", () -> new Resource(200, type, feeds.articles(), updated));
    routes.put(
        "/comments/feed",
        () -> new Resource(200, "application/rss+xml; charset=UTF-8", feeds.comments(), updated));
    routes.put("/robots.txt", () -> text(200, "User-agent: *\nDisallow: /admin/\n"));
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().getPath();
      find(exchange.getRequestMethod(), path).answer(exchange);
    }
  }

  private Resource find(String method, String path) {
    if (!method.equals("GET") && !method.equals("HEAD")) {
      return text(405, "This site only answers GET and HEAD.\n");
    }
    Supplier<Resource> route = routes.get(path);
    if (route == null) {
      return text(404, "There is no such page on this site.\n");
    }
    return drawn.computeIfAbsent(path, key -> route.get());
  }

  private Resource text(int status, String text) {
    byte[] body = text.getBytes(StandardCharsets.UTF_8);
    return new Resource(status, "text/plain; charset=UTF-8", body, updated);
  }
}
