// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.feed;

import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A feed of two articles that something is wrong with, and that has to be read all the same.
 *
 * @param name lower-case, hyphenated
 * @param fault what is done to the text of a sound feed
 * @param charset of the bytes
 * @param contentType the header that comes with them
 * @param title of the first article, as a person would read it
 * @param published of the first article
 * @param cut whether it breaks off inside a third article
 */
public record HardFeed(
    String name,
    UnaryOperator<String> fault,
    Charset charset,
    String contentType,
    String title,
    Instant published,
    boolean cut) {

  static final String PROLOG = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";
  static final String TITLE = "المكتبة تفتح أبوابها";
  static final String DATE = "Mon, 20 Jul 2026 14:30:00 +0100";
  static final String ITEM_END = "</item>";
  static final String END = "</channel></rss>";

  private static final String OTHER_TITLE = "Le marché a rouvert";
  private static final Instant PUBLISHED = Instant.parse("2026-07-20T13:30:00Z");

  /** What is to be read of an item. */
  public record Article(
      @Nullable String link, @Nullable String title, @Nullable Instant published) {
    static Article of(FeedItem item) {
      return new Article(item.link(), item.title(), item.published());
    }
  }

  static HardFeed of(String name, UnaryOperator<String> fault) {
    return new HardFeed(
        name, fault, StandardCharsets.UTF_8, "application/rss+xml", TITLE, PUBLISHED, false);
  }

  HardFeed in(Charset other, String otherContentType) {
    return new HardFeed(name, fault, other, otherContentType, title, published, cut);
  }

  HardFeed titled(String other) {
    return new HardFeed(name, fault, charset, contentType, other, published, cut);
  }

  HardFeed published(String instant) {
    return new HardFeed(name, fault, charset, contentType, title, Instant.parse(instant), cut);
  }

  HardFeed cutOff() {
    return new HardFeed(name, fault, charset, contentType, title, published, true);
  }

  /** The feed as served; its articles lie in the folder. */
  public byte[] body(URI folder) {
    String sound =
        PROLOG
            + "<rss version=\"2.0\"><channel><title>t</title>"
            + item(TITLE, folder.resolve("1"))
            + item(OTHER_TITLE, folder.resolve("2"))
            + END;
    return fault.apply(sound).getBytes(charset);
  }

  private static String item(String title, URI link) {
    return "<item><title>%s</title><link>%s</link><pubDate>%s</pubDate></item>"
        .formatted(title, link, DATE);
  }

  /** What has to be read of it, in the feed's order. */
  public List<Article> articles(URI folder) {
    return List.of(
        new Article(folder.resolve("1").toString(), title, published),
        new Article(folder.resolve("2").toString(), OTHER_TITLE, PUBLISHED));
  }

  @Override
  public String toString() {
    return name;
  }
}
