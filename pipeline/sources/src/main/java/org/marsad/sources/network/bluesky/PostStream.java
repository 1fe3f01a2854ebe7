// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.network.bluesky;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.marsad.model.DocumentKind;
import org.marsad.model.Intake;
import org.marsad.model.Pseudonyms;
import org.marsad.sources.catalogue.OutletFeed;
import org.marsad.sources.network.FetchContext;
import org.marsad.sources.network.Keywords;
import org.marsad.sources.network.Memory;
import org.marsad.sources.network.Posts;
import org.marsad.sources.text.PublicationDates;

/** Makes records of the events that concern the subject. */
final class PostStream {
  /** On the live network something happens all the time. */
  private static final Duration GAP = Duration.ofMinutes(5);

  private static final Pattern POST =
      Pattern.compile("at://(did:[^/\\s]+)/app\\.bsky\\.feed\\.post/([^/\\s]+)");

  private final Posts posts;
  private final Pseudonyms pseudonyms;
  private final String outletId;
  private final Keywords keywords;

  PostStream(OutletFeed feed, FetchContext context) {
    this.posts = new Posts(feed, context);
    this.pseudonyms = context.pseudonyms();
    this.outletId = feed.outletId();
    this.keywords = Keywords.of(feed.options().get("keywords"));
  }

  /**
   * Told where the stream goes on so far behind its cursor that something was lost.
   *
   * @param before where it was read up to
   */
  List<Intake> gap(Event.@Nullable Place before, Event.Place after) {
    if (before == null || !after.time().isAfter(before.time().plus(GAP))) {
      return List.of();
    }
    return List.of(
        posts.rejection(
            "cursor-too-old",
            "the server keeps less than was still to read: posts from "
                + before.time()
                + " to "
                + after.time()
                + " are missing; poll more often, or name a server that keeps more",
            "event behind " + before.position()));
  }

  /** The records of one event; the memory then knows them. */
  List<Intake> records(Event event, Memory memory, String reference) {
    if (event instanceof Event.Written written) {
      return written(written, memory);
    }
    if (event instanceof Event.Deleted deleted) {
      String id = id(deleted.did(), deleted.key());
      return memory.forget(id) ? List.of(posts.deleted(id, DocumentKind.POST, null)) : List.of();
    }
    if (event instanceof Event.AccountGone gone) {
      return memory.forget(author(gone.did()))
          ? List.of(posts.authorDeleted(gone.did()))
          : List.of();
    }
    return event instanceof Event.Broken broken
        ? List.of(posts.rejection(broken.reason(), broken.message(), reference))
        : List.of();
  }

  private List<Intake> written(Event.Written written, Memory memory) {
    String id = id(written.did(), written.key());
    boolean known = memory.knows(id);
    JsonNode post = written.post();
    String text = post.path("text").asText();
    // What is stored must not keep a wording that its author has changed, whatever the new one is.
    // The language that clients state never decides: it is too often wrong.
    boolean wanted = known ? written.anew() : keywords.isEmpty() || keywords.match(text);
    if (!wanted || text.isBlank()) {
      return List.of();
    }
    memory.remember(id);
    memory.remember(author(written.did()));
    return List.of(
        posts.of(
            new Posts.Post(
                id,
                null,
                DocumentKind.POST,
                null,
                answered(post),
                null,
                text,
                written.did(),
                published(post, Objects.requireNonNull(written.place()).time()),
                language(post))));
  }

  /** Clients' clocks go wrong, by hours or millennia: nobody posts later than it is witnessed. */
  private static Instant published(JsonNode post, Instant witnessed) {
    Instant stated = PublicationDates.parse(post.path("createdAt").asText(), witnessed);
    return stated == null || stated.isAfter(witnessed) ? witnessed : stated;
  }

  private static @Nullable String language(JsonNode post) {
    JsonNode first = post.path("langs").path(0);
    return first.isTextual() ? first.asText() : null;
  }

  private @Nullable String answered(JsonNode post) {
    Matcher address = POST.matcher(post.path("reply").path("parent").path("uri").asText());
    return address.matches() ? id(address.group(1), address.group(2)) : null;
  }

  /** The address of a post names its author, who must not leave this source. */
  private String id(String did, String key) {
    return pseudonyms.of(outletId + ":post", did + "/" + key);
  }

  private String author(String did) {
    return pseudonyms.of(outletId, did);
  }
}
