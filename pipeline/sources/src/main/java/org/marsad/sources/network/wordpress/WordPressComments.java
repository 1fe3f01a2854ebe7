// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.network.wordpress;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.marsad.model.Intake;
import org.marsad.model.Json;
import org.marsad.model.net.AddressPolicy;
import org.marsad.sources.catalogue.FormOptions;
import org.marsad.sources.catalogue.OutletFeed;
import org.marsad.sources.http.ApiRequest;
import org.marsad.sources.http.ApiResult;
import org.marsad.sources.network.FetchContext;
import org.marsad.sources.network.FetchStep;
import org.marsad.sources.network.Fetcher;
import org.marsad.sources.network.Posts;

/**
 * The newest comments of a WordPress site, oldest first, a page of a hundred a step (developer
 * handbook, REST API, Comments). At first those of the last days, as {@code max-age} says. Once an
 * hour the newest hundred are asked for by their ids, which tells edits and deletions.
 */
public final class WordPressComments implements Fetcher {
  private static final int PER_PAGE = 100;

  private final OutletFeed feed;
  private final FetchContext context;
  private final Posts posts;
  private final CommentReader reader;

  public WordPressComments(OutletFeed feed, FetchContext context) {
    this.feed = feed;
    this.context = context;
    this.posts = new Posts(feed, context);
    this.reader = new CommentReader(posts);
  }

  @Override
  public FetchStep fetch(@Nullable String cursor) throws InterruptedException {
    Position known = Position.of(cursor);
    Position position = known == null ? start() : known;
    ApiResult result = context.client().call(request(position));
    // A site that cannot be asked by ids is still asked for what is new.
    String otherwise =
        position.look()
            ? position.looked(position.taken(), context.clock().instant()).cursor()
            : cursor;
    if (result instanceof ApiResult.Paused paused) {
      return CommentFaults.throttled(otherwise, null, paused.until());
    }
    if (result instanceof ApiResult.NoAnswer none) {
      return CommentFaults.failing(otherwise, null, none.kind().reason() + ": " + none.detail());
    }
    if (!(result instanceof ApiResult.Answer answer)) {
      return CommentFaults.failing(
          otherwise, null, "the answer is longer than polling.max-page-size allows");
    }
    if (answer.status() != 200) {
      return CommentFaults.of(otherwise, answer, context.clock().instant());
    }
    return position.look() ? look(otherwise, position, answer) : read(cursor, position, answer);
  }

  private Position start() {
    Instant from = context.clock().instant().minus(FormOptions.maxAge(feed));
    return Position.from(Instant.ofEpochSecond(from.getEpochSecond()));
  }

  private ApiRequest request(Position position) {
    String separator = feed.url().getRawQuery() == null ? "?" : "&";
    URI uri =
        URI.create(
            feed.url()
                + separator
                + "per_page="
                + PER_PAGE
                + (position.look() ? ofKnown(position) : behind(position)));
    return new ApiRequest(
        uri,
        Map.of("User-Agent", context.userAgent(), "Accept", "application/json"),
        null,
        context.minDelay(),
        AddressPolicy.forConfigured(feed.url()));
  }

  private static String ofKnown(Position position) {
    return "&orderby=include&include=" + String.join(",", position.taken().keySet());
  }

  /** "after" excludes its own second, which may have more comments than were read of it. */
  private static String behind(Position position) {
    return "&orderby=date_gmt&order=asc&page="
        + position.page()
        + "&after="
        + position.last().minusSeconds(1);
  }

  private FetchStep look(@Nullable String cursor, Position position, ApiResult.Answer answer) {
    JsonNode comments = json(answer);
    if (comments == null || !comments.isArray()) {
      return CommentFaults.noList(cursor, answer);
    }
    Look look = Look.at(position.taken(), comments, reader, posts);
    Instant now = context.clock().instant();
    return FetchStep.done(look.records(), position.looked(look.found(), now).cursor());
  }

  private FetchStep read(@Nullable String cursor, Position position, ApiResult.Answer answer) {
    JsonNode comments = json(answer);
    if (comments == null || !comments.isArray()) {
      return CommentFaults.noList(cursor, answer);
    }
    Map<String, Position.Known> taken = new LinkedHashMap<>();
    List<Intake> records = new ArrayList<>();
    Instant last = position.last();
    Set<String> ids = new HashSet<>(position.ids());
    boolean advanced = false;
    // What is dated ahead must not hide what is written until then; it is given, and read, again.
    Instant now = context.clock().instant();
    for (JsonNode node : comments) {
      CommentReader.Read comment = reader.read(node);
      if (comment.id() != null && comment.written() != null && !comment.written().isAfter(now)) {
        if (position.last().equals(comment.written()) && position.ids().contains(comment.id())) {
          continue;
        }
        if (comment.written().isAfter(last)) {
          last = comment.written();
          ids.clear();
        }
        advanced = true;
        ids.add(comment.id());
      }
      if (comment.record() != null) {
        records.add(comment.record());
      }
      if (comment.id() != null && comment.known() != null) {
        taken.put(comment.id(), comment.known());
      }
    }
    boolean more = hasMore(position.page(), comments.size(), answer);
    int page = more && (!advanced || last.equals(position.last())) ? position.page() + 1 : 1;
    Map<String, Position.Known> known = Position.newest(position.taken(), taken);
    Position next = new Position(last, ids, page, known, position.looked(), false);
    Position after = more ? next : next.atEnd(context.clock().instant());
    return more || after.look()
        ? FetchStep.more(records, after.cursor())
        : FetchStep.done(records, after.cursor());
  }

  /** A site that filters its comments gives short pages before the last. */
  private static boolean hasMore(int page, int size, ApiResult.Answer answer) {
    String pages = answer.header("X-WP-TotalPages");
    return pages != null && pages.matches("\\d{1,9}")
        ? Integer.parseInt(pages) > page
        : size == PER_PAGE;
  }

  static @Nullable JsonNode json(ApiResult.Answer answer) {
    try {
      return Json.MAPPER.readTree(answer.body());
    } catch (JsonProcessingException e) {
      return null;
    } catch (IOException e) {
      throw new IllegalStateException("bytes are always readable", e);
    }
  }
}
