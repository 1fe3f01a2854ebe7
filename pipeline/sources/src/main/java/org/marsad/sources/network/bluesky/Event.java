// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.network.bluesky;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** One event of Jetstream, of either version. */
sealed interface Event {
  String POSTS = "app.bsky.feed.post";

  /** Where the stream goes on behind an event: a number of its own in version 2, a time in 1. */
  record Place(long position, Instant time) {}

  /** Null where the event has no place, as notices do not. */
  @Nullable Place place();

  /** A post was written, or written anew. */
  record Written(Place place, String did, String key, boolean anew, JsonNode post)
      implements Event {}

  record Deleted(Place place, String did, String key) implements Event {}

  /** The account, and with it all its posts, is no longer to be seen. */
  record AccountGone(Place place, String did) implements Event {}

  /** Likes, changes of names and what later versions may bring. */
  record Other(@Nullable Place place) implements Event {}

  record Broken(@Nullable Place place, String reason, String message) implements Event {}

  static Event read(String message) {
    JsonNode root;
    try {
      root = Json.MAPPER.readTree(message);
    } catch (JsonProcessingException e) {
      return new Broken(null, "malformed-json", "an event is no JSON; it is passed over");
    }
    JsonNode body = Json.unwrapped(root);
    boolean second = body.path("$type").isTextual();
    String kind =
        second ? body.path("$type").asText().replaceFirst("^.*#", "") : body.path("kind").asText();
    Place place = second ? Json.placeOfSecond(body) : Json.placeOfFirst(body);
    if (kind.equals("info") || kind.equals("error")) {
      return new Other(null);
    }
    if (place == null || !body.path("did").isTextual()) {
      return new Broken(place, "unexpected-form", "an event has no place or no author");
    }
    String did = body.path("did").asText();
    return switch (kind) {
      case "commit" -> Json.commit(place, did, second ? body : body.path("commit"));
      case "account" -> Json.account(place, did, body.path("account"));
      default -> new Other(place);
    };
  }

  /** The two wires. */
  final class Json {
    static final JsonMapper MAPPER = JsonMapper.builder().build();

    private Json() {}

    /** Version 2 puts each event into an envelope. */
    private static JsonNode unwrapped(JsonNode root) {
      if (root.path("$type").asText().equals("message")) {
        for (JsonNode part : root) {
          if (part.path("$type").isTextual()) {
            return part;
          }
        }
      }
      return root;
    }

    private static @Nullable Place placeOfFirst(JsonNode event) {
      JsonNode micros = event.path("time_us");
      return micros.isIntegralNumber() && micros.asLong() > 0
          ? new Place(micros.asLong(), Instant.EPOCH.plus(micros.asLong(), ChronoUnit.MICROS))
          : null;
    }

    private static @Nullable Place placeOfSecond(JsonNode event) {
      try {
        JsonNode number = event.path("seq");
        return number.isIntegralNumber()
            ? new Place(number.asLong(), Instant.parse(event.path("time").asText()))
            : null;
      } catch (DateTimeException e) {
        return null;
      }
    }

    private static Event commit(Place place, String did, JsonNode commit) {
      if (!commit.path("collection").isTextual()
          || !commit.path("rkey").isTextual()
          || !commit.path("operation").isTextual()) {
        return new Broken(place, "unexpected-form", "a commit lacks its collection, key or deed");
      }
      if (!commit.path("collection").asText().equals(POSTS)) {
        return new Other(place);
      }
      String key = commit.path("rkey").asText();
      String deed = commit.path("operation").asText();
      if (deed.equals("delete")) {
        return new Deleted(place, did, key);
      }
      if (!deed.equals("create") && !deed.equals("update")) {
        return new Other(place);
      }
      JsonNode post = commit.path("record");
      return post.path("text").isTextual()
          ? new Written(place, did, key, deed.equals("update"), post)
          : new Broken(place, "unexpected-form", "a post has no text of the type text");
    }

    private static Event account(Place place, String did, JsonNode account) {
      boolean gone =
          !account.path("active").asBoolean(true)
              && switch (account.path("status").asText()) {
                // Deactivation may end, but until then the person wishes not to be read.
                case "deleted", "takendown", "suspended", "deactivated" -> true;
                default -> false;
              };
      return gone ? new AccountGone(place, did) : new Other(place);
    }
  }
}
