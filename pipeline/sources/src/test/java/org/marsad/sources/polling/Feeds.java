// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.polling;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.marsad.sources.catalogue.FeedContent;
import org.marsad.sources.catalogue.OutletFeed;
import org.marsad.sources.http.LoopbackSite;

/** Feeds and settings for the tests. */
final class Feeds {
  static final byte[] KEY = "a key for tests only".getBytes(StandardCharsets.UTF_8);

  private Feeds() {}

  static PollingSettings settings() {
    return settingsOfThreads(16);
  }

  static PollingSettings settingsOfThreads(int threads) {
    return new PollingSettings(
        PollingSettings.DEFAULT_USER_AGENT,
        Duration.ZERO,
        Duration.ofHours(1),
        Duration.ofMinutes(5),
        Duration.ofHours(2),
        1024 * 1024,
        Duration.ofSeconds(3),
        threads);
  }

  /** With room for sitemaps and feeds of their greatest length. */
  static PollingSettings largeSettings() {
    return new PollingSettings(
        PollingSettings.DEFAULT_USER_AGENT,
        Duration.ZERO,
        Duration.ofHours(1),
        Duration.ofMinutes(5),
        Duration.ofHours(2),
        20 * 1024 * 1024,
        Duration.ofSeconds(20),
        16);
  }

  static OutletFeed articles(String outlet, URI url) {
    return feed(outlet, url, FeedContent.ARTICLES);
  }

  static OutletFeed comments(String outlet, URI url) {
    return feed(outlet, url, FeedContent.COMMENTS);
  }

  private static OutletFeed feed(String outlet, URI url, FeedContent content) {
    return new OutletFeed(outlet, outlet, "ar", url, content, Duration.ofHours(1), null);
  }

  static String rss(String... items) {
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?><rss version=\"2.0\"><channel><title>t</title>"
        + String.join("", items)
        + "</channel></rss>";
  }

  static String item(URI link) {
    return "<item><title>خبر</title><link>"
        + link
        + "</link><pubDate>Mon, 20 Jul 2026 14:30:00 +0100</pubDate></item>";
  }

  /** Puts a feed at {@code /feed} and its pages {@code /1 … /count} on the site. */
  static OutletFeed site(LoopbackSite site, String outlet, int count) {
    List<URI> links = IntStream.rangeClosed(1, count).mapToObj(i -> site.url("/" + i)).toList();
    links.forEach(
        link -> site.with(link.getPath(), "text/html; charset=utf-8", "<p>page " + link + "</p>"));
    site.with(
        "/feed",
        "application/rss+xml",
        rss(links.stream().map(Feeds::item).collect(Collectors.joining())));
    return articles(outlet, site.url("/feed"));
  }
}
