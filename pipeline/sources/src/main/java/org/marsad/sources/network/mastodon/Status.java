// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.network.mastodon;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;
import org.marsad.model.DocumentKind;
import org.marsad.sources.article.PlainText;
import org.marsad.sources.network.JsonFields;
import org.marsad.sources.network.Posts;
import org.marsad.sources.text.CleanText;
import org.marsad.sources.text.PublicationDates;

/** One status as the interface gives it. */
record Status(JsonNode json) {
  /** An id becomes a part of URLs, so it holds only what needs no encoding there. */
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,64}");

  /** Ids are strings; null where this is no status. */
  @Nullable String id() {
    String id = JsonFields.text(json, "id");
    return id != null && ID.matcher(id).matches() ? id : null;
  }

  /** What is needed is there, in the right types. */
  boolean isSound() {
    return id() != null
        && json.path("content").isTextual()
        && JsonFields.text(json.path("account"), "id") != null;
  }

  /** Boosts are other people's posts, and what is not public was not written for us. */
  boolean isWanted() {
    return !json.path("reblog").isObject()
        && json.path("visibility").asText().equals("public")
        && !text().isEmpty();
  }

  boolean isBefore(Instant time) {
    Instant written = JsonFields.time(json, "created_at");
    return written != null && written.isBefore(time);
  }

  /** Changes with every edit. */
  String version() {
    return json.path("edited_at").asText("").equals("null")
        ? ""
        : json.path("edited_at").asText("");
  }

  /**
   * The address of a status names its author, so it is not kept.
   *
   * @param now what is dated later is not believed
   */
  Posts.Post post(String id, Instant now) {
    String warning = CleanText.line(json.path("spoiler_text").asText(""));
    return new Posts.Post(
        id,
        null,
        DocumentKind.POST,
        null,
        JsonFields.text(json, "in_reply_to_id"),
        warning.isEmpty() ? null : warning,
        text(),
        // An instance numbers the accounts of all others itself, and keeps the numbers.
        JsonFields.text(json.path("account"), "id"),
        PublicationDates.parse(JsonFields.text(json, "created_at"), now),
        JsonFields.text(json, "language"));
  }

  private String text() {
    Document content = Jsoup.parseBodyFragment(json.path("content").asText());
    content.outputSettings().prettyPrint(false);
    content.select("a.mention:not(.hashtag), script, style").remove();
    return PlainText.of(content.body());
  }
}
