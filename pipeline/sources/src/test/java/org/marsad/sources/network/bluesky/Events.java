// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.network.bluesky;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * Events of an invented author, one a second, as one version or the other of Jetstream writes them.
 */
record Events(boolean second, Instant start) {
  static final String AUTHOR = "did:plc:inventedinventedinvented";
  static final String HANDLE = "zineb.invented.example";

  String path() {
    return second ? "/xrpc/network.bsky.jetstream.subscribeEvents" : "/subscribe";
  }

  Instant time(int number) {
    return start.plusSeconds(number);
  }

  /** Where a stream goes on behind it. */
  long place(int number) {
    return second ? number : ChronoUnit.MICROS.between(Instant.EPOCH, time(number));
  }

  /**
   * Something is done to a post.
   *
   * @param content of the post; null for none
   */
  ObjectNode commit(int number, int post, String deed, @Nullable JsonNode content) {
    ObjectNode event = event(number, "commit");
    ObjectNode commit = second ? event : event.putObject("commit");
    commit
        .put("rev", "3invented2222" + number)
        .put("operation", deed)
        .put("collection", "app.bsky.feed.post")
        .put("rkey", "key" + post);
    if (content != null) {
      commit.set("record", content);
    }
    return event;
  }

  /** The account is in this state from now on. */
  ObjectNode account(int number, String status) {
    ObjectNode event = event(number, "account");
    event
        .putObject("account")
        .put("active", status.equals("active"))
        .put("status", status)
        .put("did", AUTHOR);
    return event;
  }

  static ObjectNode content(String text, String createdAt) {
    return Event.Json.MAPPER.createObjectNode().put("text", text).put("createdAt", createdAt);
  }

  /** Of a post, as an answer names it. */
  static String address(int post) {
    return "at://" + AUTHOR + "/app.bsky.feed.post/key" + post;
  }

  private ObjectNode event(int number, String kind) {
    ObjectNode event =
        Event.Json.MAPPER.createObjectNode().put("did", AUTHOR).put("handle", HANDLE);
    return second
        ? event
            .put("$type", "network.bsky.jetstream.subscribeEvents#" + kind)
            .put("seq", number)
            .put("time", time(number).toString())
        : event.put("kind", kind).put("time_us", place(number));
  }
}
