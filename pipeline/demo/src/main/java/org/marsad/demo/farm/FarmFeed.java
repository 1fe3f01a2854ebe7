// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.demo.farm;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.IntStream;

/** A feed that publishes an item at a steady pace, and lists the newest of them. */
final class FarmFeed {
  private static final int LISTED = 40;

  private final int number;
  private final String origin;
  private final Instant start;
  private final Duration every;
  private final long seed;

  /**
   * @param start when the first item is published
   */
  FarmFeed(int number, String origin, Instant start, Duration every, long seed) {
    this.number = number;
    this.origin = origin;
    this.start = start;
    this.every = every;
    this.seed = seed;
  }

  String path() {
    return "/feed/" + number;
  }

  String url() {
    return origin + path();
  }

  /** All items that were published until then. */
  List<FarmItem> published(Instant until) {
    return IntStream.range(0, count(until)).mapToObj(this::item).toList();
  }

  FarmItem item(int index) {
    Instant published = start.plus(every.multipliedBy(index));
    return FarmItem.of(number, index, origin, published, seed);
  }

  private int count(Instant until) {
    return until.isBefore(start)
        ? 0
        : 1 + (int) (Duration.between(start, until).toMillis() / every.toMillis());
  }

  String rss(Instant now) {
    int count = count(now);
    StringBuilder xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    xml.append("<rss version=\"2.0\"><channel><title>Farm ").append(number).append("</title>");
    for (int i = count - 1; i >= Math.max(0, count - LISTED); i--) {
      FarmItem item = item(i);
      xml.append("\n<item><title>")
          .append(new FarmText(item.seed()).title())
          .append("</title><link>")
          .append(item.url())
          .append("</link><guid>")
          .append(item.url())
          .append("</guid><pubDate>")
          .append(
              DateTimeFormatter.RFC_1123_DATE_TIME.format(item.published().atZone(ZoneOffset.UTC)))
          .append("</pubDate></item>");
    }
    return xml.append("\n</channel></rss>\n").toString();
  }

  static String page(FarmItem item) {
    FarmText text = new FarmText(item.words());
    String title = text.title();
    StringBuilder html = new StringBuilder("<!DOCTYPE html><html lang=\"fr\"><head><title>");
    html.append(title).append("</title></head><body><article><h1>").append(title).append("</h1>");
    text.paragraphs().forEach(p -> html.append("\n<p>").append(p).append("</p>"));
    return html.append("</article></body></html>\n").toString();
  }
}
