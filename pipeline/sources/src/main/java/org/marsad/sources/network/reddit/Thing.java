// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.network.reddit;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.marsad.model.DocumentKind;
import org.marsad.sources.network.ListingCursor;
import org.marsad.sources.network.Posts.Post;

/**
 * A submission ("t3") or a comment ("t1"), as Reddit calls both a thing.
 *
 * @param number the id, whose digits are those of base 36
 * @param post null where its author or a moderator has taken it away, or the account is gone
 */
record Thing(long number, @Nullable Post post) {
  private static final Pattern ID = Pattern.compile("[0-9a-z]{1,12}");
  private static final Pattern FULL_NAME = Pattern.compile("t[13]_[0-9a-z]{1,12}");
  private static final Set<String> GONE = Set.of("[deleted]", "[removed]");
  private static final String SUBMISSION = "t3";
  private static final String COMMENT = "t1";
  private static final int BASE = 36;

  /** Of the year 9999. */
  private static final double LAST_SECOND = 253_402_300_799.0;

  /**
   * @param child of a listing
   * @return null where it is neither, or lacks its id or its text
   */
  static @Nullable Thing of(JsonNode child) {
    String kind = child.path("kind").asText();
    JsonNode data = child.path("data");
    String id = data.path("id").asText();
    if (!ID.matcher(id).matches() || !(kind.equals(SUBMISSION) || kind.equals(COMMENT))) {
      return null;
    }
    long number = Long.parseLong(id, BASE);
    if (isGone(data)) {
      return new Thing(number, null);
    }
    Post post = kind.equals(COMMENT) ? comment(id, data) : submission(id, data);
    return post == null ? null : new Thing(number, post);
  }

  static String fullName(long number, boolean comment) {
    return (comment ? COMMENT : SUBMISSION) + "_" + Long.toString(number, BASE);
  }

  static boolean isFullName(String name) {
    return FULL_NAME.matcher(name).matches();
  }

  /** Of a full name such as {@code t3_5jo13y}. */
  static long number(String fullName) {
    return Long.parseLong(fullName.substring(fullName.indexOf('_') + 1), BASE);
  }

  @Nullable String fingerprint() {
    return post == null ? null : ListingCursor.fingerprint(post.title(), post.text());
  }

  private static @Nullable Post submission(String id, JsonNode data) {
    String title = data.path("title").asText().strip();
    String text = data.path("selftext").asText().strip();
    if (title.isEmpty()) {
      return null;
    }
    // Of a link its title is all that its author wrote.
    return new Post(
        SUBMISSION + "_" + id,
        submissionUrl(id),
        DocumentKind.POST,
        null,
        null,
        text.isEmpty() ? null : title,
        text.isEmpty() ? title : text,
        authorId(data),
        published(data),
        null);
  }

  private static @Nullable Post comment(String id, JsonNode data) {
    String text = data.path("body").asText().strip();
    String link = data.path("link_id").asText().replaceFirst("^t3_", "");
    if (text.isEmpty() || !ID.matcher(link).matches()) {
      return null;
    }
    return new Post(
        COMMENT + "_" + id,
        submissionUrl(link) + "_/" + id + "/",
        DocumentKind.COMMENT,
        null,
        SUBMISSION + "_" + link,
        null,
        text,
        authorId(data),
        published(data),
        null);
  }

  /** The form without the subreddit and the title; none has the author. */
  private static String submissionUrl(String id) {
    return "https://www.reddit.com/comments/" + id + "/";
  }

  private static boolean isGone(JsonNode data) {
    return !data.path("author").isTextual()
        || GONE.contains(data.path("author").asText())
        || GONE.contains(data.path("selftext").asText().strip())
        || GONE.contains(data.path("body").asText().strip())
        || data.path("removed_by_category").isTextual();
  }

  private static @Nullable String authorId(JsonNode data) {
    // Listings of years ago have no lasting id.
    JsonNode id = data.path("author_fullname");
    JsonNode author = id.isTextual() ? id : data.path("author");
    return author.isTextual() ? author.asText() : null;
  }

  private static @Nullable Instant published(JsonNode data) {
    JsonNode seconds = data.path("created_utc");
    return seconds.isNumber() && Math.abs(seconds.asDouble()) < LAST_SECOND
        ? Instant.ofEpochSecond(seconds.asLong())
        : null;
  }
}
