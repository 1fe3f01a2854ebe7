// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.feed;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jsoup.nodes.Entities;
import org.jspecify.annotations.Nullable;
import org.marsad.model.Json;
import org.marsad.sources.text.PublicationDates;
import org.marsad.sources.text.PublicationDates.Dated;
import org.marsad.sources.text.PublicationDates.Precision;

/** Reads JSON Feed, 1.0 and 1.1 (jsonfeed.org). A value of a wrong type counts as missing. */
final class JsonFeed {
  private JsonFeed() {}

  /** Whether a text can be nothing but JSON. */
  static boolean is(String text) {
    return text.stripLeading().startsWith("{");
  }

  static FeedResult read(String text, URI base, Instant now) {
    JsonNode feed;
    try {
      feed = Json.MAPPER.readTree(text);
    } catch (JsonProcessingException e) {
      return new FeedResult.Unreadable(FeedResult.Fault.MALFORMED_FEED);
    }
    if (feed == null || !feed.path("items").isArray()) {
      return new FeedResult.Unreadable(FeedResult.Fault.NOT_A_FEED);
    }
    String language = FeedLanguage.of(text(feed, "language"));
    List<FeedItem> items = new ArrayList<>();
    int odd = 0;
    for (JsonNode item : feed.path("items")) {
      if (item.isObject()) {
        items.add(item(item, base, language, now));
      } else {
        odd++;
      }
    }
    List<FeedResult.Loss> losses =
        odd == 0
            ? List.of()
            : List.of(
                new FeedResult.Loss(
                    "malformed-item",
                    odd + " items of the JSON feed are no objects; tell the outlet"));
    return new FeedResult.Feed(items, false, false, FeedHints.NONE, losses);
  }

  private static FeedItem item(JsonNode item, URI base, @Nullable String ofFeed, Instant now) {
    Dated published = published(item, now);
    String language = FeedLanguage.of(text(item, "language"));
    String html = text(item, "content_html");
    String plain = text(item, "content_text");
    return new FeedItem(
        link(item, base),
        id(item),
        text(item, "title"),
        text(item, "summary"),
        html != null || plain == null ? html : "<pre>" + Entities.escape(plain) + "</pre>",
        author(item),
        published == null ? null : published.instant(),
        published != null && published.precision() == Precision.DAY,
        language != null ? language : ofFeed);
  }

  /** The item's own page; what it only points to is another outlet's. */
  private static @Nullable String link(JsonNode item, URI base) {
    return Stream.of("url", "id")
        .map(key -> text(item, key))
        .flatMap(Stream::ofNullable)
        .filter(value -> value.matches("(?s)(?i)https?://.*") || value.startsWith("/"))
        .map(value -> FeedItems.resolve(base, value))
        .flatMap(Stream::ofNullable)
        .findFirst()
        .orElse(null);
  }

  /** Should be a text; version 1.0 lets readers take a number for one. */
  private static @Nullable String id(JsonNode item) {
    JsonNode id = item.path("id");
    return id.isNumber() ? id.asText() : text(item, "id");
  }

  private static @Nullable String author(JsonNode item) {
    JsonNode first = item.path("authors").path(0);
    return text(first.isMissingNode() ? item.path("author") : first, "name");
  }

  private static @Nullable Dated published(JsonNode item, Instant now) {
    Dated published = PublicationDates.dated(text(item, "date_published"), now);
    return published != null ? published : PublicationDates.dated(text(item, "date_modified"), now);
  }

  private static @Nullable String text(JsonNode node, String key) {
    JsonNode value = node.path(key);
    return value.isTextual() && !value.asText().isBlank() ? value.asText().strip() : null;
  }
}
