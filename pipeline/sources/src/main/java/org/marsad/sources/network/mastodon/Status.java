// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.network.mastodon;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * A status, as far as it is of use.
 *
 * @param warning what stands before it, for readers to decide whether to read on
 * @param account the id of the author on this instance
 * @param isPublic whether it was written for everybody
 * @param isBoost whether it only passes on another
 */
record Status(
    long id,
    @Nullable String warning,
    String text,
    String account,
    @Nullable Instant published,
    @Nullable String language,
    boolean isPublic,
    boolean isBoost) {

  /** Null where the item is not what Mastodon documents. */
  static @Nullable Status of(JsonNode json) {
    JsonNode id = json.path("id");
    JsonNode account = json.path("account").path("id");
    if (!id.isTextual()
        || !id.asText().matches("[0-9]{1,18}")
        || !account.isTextual()
        || !json.path("content").isTextual()) {
      return null;
    }
    return new Status(
        Long.parseLong(id.asText()),
        filled(json.path("spoiler_text")),
        plain(json.path("content").asText()),
        account.asText(),
        time(json.path("created_at")),
        filled(json.path("language")),
        json.path("visibility").asText("public").equals("public"),
        json.path("reblog").isObject());
  }

  /** Whether a document is made of it. */
  boolean isDocument() {
    return isPublic && !isBoost && !text.isBlank();
  }

  /**
   * Paragraphs and line breaks stay; a mention's link becomes its words, which are masked later.
   */
  private static String plain(String html) {
    Document body = Jsoup.parseBodyFragment(html);
    body.select("br").forEach(br -> br.before("\n"));
    for (Element paragraph : body.select("p")) {
      paragraph.appendText("\n\n");
    }
    return body.wholeText().strip();
  }

  private static @Nullable String filled(JsonNode value) {
    return value.isTextual() && !value.asText().isBlank() ? value.asText() : null;
  }

  private static @Nullable Instant time(JsonNode value) {
    try {
      return value.isTextual() ? Instant.parse(value.asText()) : null;
    } catch (DateTimeException unreadable) {
      return null;
    }
  }
}
