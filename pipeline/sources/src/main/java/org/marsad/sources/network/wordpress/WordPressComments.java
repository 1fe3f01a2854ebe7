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
import org.marsad.model.SourceState;
import org.marsad.model.net.AddressPolicy;
import org.marsad.model.net.RetryAfter;
import org.marsad.sources.catalogue.FormOptions;
import org.marsad.sources.catalogue.OutletFeed;
import org.marsad.sources.http.ApiRequest;
import org.marsad.sources.http.ApiResult;
import org.marsad.sources.network.FetchContext;
import org.marsad.sources.network.FetchStep;
import org.marsad.sources.network.FetchStep.Fault;
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
      return throttled(otherwise, null, paused.until());
    }
    if (result instanceof ApiResult.NoAnswer none) {
      return failing(otherwise, null, none.kind().reason() + ": " + none.detail());
    }
    if (!(result instanceof ApiResult.Answer answer)) {
      return failing(otherwise, null, "the answer is longer than polling.max-page-size allows");
    }
    if (answer.status() != 200) {
      return fault(otherwise, answer);
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
      return noList(cursor, answer);
    }
    Look look = Look.at(position.taken(), comments, reader, posts);
    Instant now = context.clock().instant();
    return FetchStep.done(look.records(), position.looked(look.found(), now).cursor());
  }

  private static FetchStep noList(@Nullable String cursor, ApiResult.Answer answer) {
    return failing(
        cursor, answer.status(), "the answer is no list of comments; check the feed's URL");
  }

  private FetchStep read(@Nullable String cursor, Position position, ApiResult.Answer answer) {
    JsonNode comments = json(answer);
    if (comments == null || !comments.isArray()) {
      return noList(cursor, answer);
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

  private FetchStep fault(@Nullable String cursor, ApiResult.Answer answer) {
    int status = answer.status();
    Instant now = context.clock().instant();
    Instant retryAfter = RetryAfter.parse(answer.header("Retry-After"), now);
    JsonNode body = json(answer);
    String code = body == null ? "" : body.path("code").asText("");
    if (status == 429 || (status == 503 && retryAfter != null)) {
      return throttled(cursor, status, retryAfter == null ? now.plusSeconds(600) : retryAfter);
    }
    if (status == 401 || status == 403 || status == 451 || code.equals("rest_no_route")) {
      return FetchStep.fault(
          cursor,
          new Fault(
              SourceState.REFUSED,
              status,
              "the site gives its comments to nobody by this interface (HTTP "
                  + status
                  + "); take them from its pages with the outlet's key comments, or from its"
                  + " comments feed",
              null));
    }
    if (code.equals("rest_post_invalid_page_number")) {
      // The comments that would have been on this page were deleted meanwhile.
      Position position = Position.of(cursor);
      return FetchStep.done(List.of(), position == null ? cursor : position.firstPage().cursor());
    }
    return failing(cursor, status, "HTTP " + status + "; check the feed's URL");
  }

  private static @Nullable JsonNode json(ApiResult.Answer answer) {
    try {
      return Json.MAPPER.readTree(answer.body());
    } catch (JsonProcessingException e) {
      return null;
    } catch (IOException e) {
      throw new IllegalStateException("bytes are always readable", e);
    }
  }

  private static FetchStep failing(
      @Nullable String cursor, @Nullable Integer status, String message) {
    return FetchStep.fault(cursor, new Fault(SourceState.FAILING, status, message, null));
  }

  private static FetchStep throttled(
      @Nullable String cursor, @Nullable Integer status, Instant until) {
    return FetchStep.fault(
        cursor,
        new Fault(
            SourceState.THROTTLED, status, "the server asks us to wait until " + until, until));
  }
}
