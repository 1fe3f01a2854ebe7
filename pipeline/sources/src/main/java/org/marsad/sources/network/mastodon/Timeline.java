// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.network.mastodon;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.marsad.model.SourceState;
import org.marsad.model.net.AddressPolicy;
import org.marsad.model.net.RetryAfter;
import org.marsad.sources.catalogue.OutletFeed;
import org.marsad.sources.http.ApiRequest;
import org.marsad.sources.http.ApiResult;
import org.marsad.sources.network.FetchContext;
import org.marsad.sources.network.FetchStep.Fault;
import org.marsad.sources.network.Keys;
import org.marsad.sources.network.keyed.KeyFaults;
import org.marsad.sources.text.PublicationDates;

/** The requests to one instance. */
final class Timeline {
  static final String TOKEN = "MASTODON_TOKEN";
  private static final int LIMIT = 40;
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final OutletFeed feed;
  private final FetchContext context;

  Timeline(OutletFeed feed, FetchContext context) {
    this.feed = feed;
    this.context = context;
  }

  /** What a page came to. */
  sealed interface Result {}

  /**
   * @param pause when requests are used up: until then; else null
   */
  record Page(List<Status> statuses, @Nullable Instant pause) implements Result {}

  record Failed(Fault fault) implements Result {}

  /** The newest statuses. */
  Result newest() throws InterruptedException {
    return page("");
  }

  /** The oldest statuses that are newer than this one. */
  Result behind(String id) throws InterruptedException {
    return page("&min_id=" + id);
  }

  private Result page(String place) throws InterruptedException {
    String url = feed.url().toString();
    String joint = feed.url().getRawQuery() == null ? "?" : "&";
    ApiResult result = call(URI.create(url + joint + "limit=" + LIMIT + place));
    if (!(result instanceof ApiResult.Answer answer)) {
      return new Failed(noAnswer(result));
    }
    if (answer.status() != 200) {
      return new Failed(refusal(answer));
    }
    try {
      JsonNode page = JSON.readTree(answer.body());
      if (page.isArray()) {
        return new Page(
            StreamSupport.stream(page.spliterator(), false).map(Status::new).toList(),
            pause(answer));
      }
    } catch (JsonProcessingException e) {
      // Not JSON at all is told like JSON of another form.
    } catch (IOException e) {
      throw new IllegalStateException("bytes in memory can always be read", e);
    }
    return new Failed(
        failing(200, "the answer is no list of statuses: the feed's URL must be a timeline"));
  }

  /** Whether the instance says that it has this status no longer. */
  boolean isGone(String id) throws InterruptedException {
    ApiResult result = call(feed.url().resolve("/api/v1/statuses/" + id));
    return result instanceof ApiResult.Answer answer
        && (answer.status() == 404 || answer.status() == 410);
  }

  private ApiResult call(URI uri) throws InterruptedException {
    Map<String, String> headers = new HashMap<>();
    headers.put("Accept", "application/json");
    String token = context.keys().find(TOKEN);
    if (token != null) {
      headers.put("Authorization", "Bearer " + token);
    }
    return context
        .client()
        .call(
            new ApiRequest(
                uri, headers, null, context.minDelay(), AddressPolicy.forConfigured(feed.url())));
  }

  private Fault refusal(ApiResult.Answer answer) {
    int status = answer.status();
    if (status == 429 || (status == 503 && answer.header("Retry-After") != null)) {
      return new Fault(
          SourceState.THROTTLED, status, "the instance asks for a pause", until(answer));
    }
    return switch (status) {
      // Instances that show timelines to their members only answer 422 as well.
      case 401, 422 -> closed(status, context.clock().instant().plus(KeyFaults.TRY_MENDED));
      case 403, 451 -> closed(status, null);
      case 404, 410 -> failing(status, "there is no such timeline: check the feed's URL");
      default -> failing(status, "the instance answered HTTP " + status);
    };
  }

  /**
   * @param until soon, where a token may help; null for once a day
   */
  private static Fault closed(int status, @Nullable Instant until) {
    return new Fault(
        SourceState.REFUSED,
        status,
        "the instance shows this timeline only to its members, or not at all: "
            + Keys.remedy(TOKEN)
            + ", or follow the hashtag on another instance",
        until);
  }

  private Fault noAnswer(ApiResult result) {
    if (result instanceof ApiResult.Paused paused) {
      return new Fault(
          SourceState.THROTTLED, null, "the instance asked for a pause", paused.until());
    }
    if (result instanceof ApiResult.TooLong tooLong) {
      return failing(200, "the answer is longer than " + tooLong.limit() + " bytes");
    }
    return failing(null, "the instance did not answer: " + ((ApiResult.NoAnswer) result).kind());
  }

  private @Nullable Instant pause(ApiResult.Answer answer) {
    return "0".equals(answer.header("X-RateLimit-Remaining")) ? until(answer) : null;
  }

  /** Five minutes are the window in which an instance counts. */
  private Instant until(ApiResult.Answer answer) {
    Instant now = context.clock().instant();
    Instant stated = RetryAfter.parse(answer.header("Retry-After"), now);
    if (stated == null) {
      stated = PublicationDates.parse(answer.header("X-RateLimit-Reset"), now);
    }
    return stated == null || stated.isBefore(now) ? now.plus(Duration.ofMinutes(5)) : stated;
  }

  private static Fault failing(@Nullable Integer status, String message) {
    return new Fault(SourceState.FAILING, status, message, null);
  }
}
