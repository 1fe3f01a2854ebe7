// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.network.wordpress;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.jsoup.Jsoup;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;
import org.marsad.model.DocumentKind;
import org.marsad.model.Intake;
import org.marsad.sources.network.ListingCursor;
import org.marsad.sources.network.Posts;

/** Makes a record of one comment of WordPress' interface. */
final class CommentReader {
  private final Posts posts;

  CommentReader(Posts posts) {
    this.posts = posts;
  }

  /**
   * @param id null where the comment has none
   * @param written null where no date can be read
   * @param record null for what no reader wrote: a notice that another site links here
   * @param known by what it is recognised; null where it is no comment that can be read
   */
  record Read(
      @Nullable String id,
      @Nullable Instant written,
      @Nullable Intake record,
      Position.@Nullable Known known) {}

  Read read(JsonNode node) {
    String id = node.path("id").isIntegralNumber() ? node.path("id").asText() : null;
    Instant written = date(node.path("date_gmt").asText(""));
    if (!node.path("type").asText("comment").equals("comment")) {
      return new Read(id, written, null, null);
    }
    JsonNode html = node.path("content").path("rendered");
    if (id == null || !html.isTextual()) {
      return new Read(
          id,
          written,
          posts.rejection(
              "malformed-comment",
              "the comment lacks its id or its text, or has them in an unknown form; tell the site",
              "comment " + (id == null ? "without id" : id)),
          null);
    }
    String link = link(node, id);
    String text = Jsoup.parseBodyFragment(html.asText()).wholeText().strip();
    return new Read(
        id,
        written,
        posts.of(
            new Posts.Post(
                id,
                link,
                DocumentKind.COMMENT,
                link == null ? null : link.replaceFirst("#.*$", ""),
                null,
                null,
                text,
                author(node),
                written,
                null)),
        new Position.Known(link, ListingCursor.fingerprint(null, text), false));
  }

  /** The article's URL with the comment's fragment. */
  private static @Nullable String link(JsonNode node, String id) {
    String link = node.path("link").asText("").strip();
    return link.matches("(?s)(?i)https?://[^/?#\\s]+.*")
        ? link.replaceFirst("#.*$", "") + "#comment-" + id
        : null;
  }

  /** A guest is known only by the name; it is the one that the comments feed gives. */
  private static @Nullable String author(JsonNode node) {
    long user = node.path("author").asLong(0);
    String name = Parser.unescapeEntities(node.path("author_name").asText(""), false).strip();
    if (user > 0) {
      return "user:" + user;
    }
    return name.isEmpty() ? null : name;
  }

  private static @Nullable Instant date(String stated) {
    try {
      return LocalDateTime.parse(stated.replaceFirst("Z$", ""))
          .toInstant(ZoneOffset.UTC)
          .truncatedTo(ChronoUnit.SECONDS);
    } catch (DateTimeException e) {
      return null;
    }
  }
}
