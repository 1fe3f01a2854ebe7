// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.network.mastodon;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.marsad.model.SourceState;
import org.marsad.model.net.RetryAfter;
import org.marsad.sources.http.ApiResult;
import org.marsad.sources.network.FetchStep.Fault;
import org.marsad.sources.network.Keys;

/** What an instance means by what it answers. */
final class MastodonFaults {
  /** Of the limit that instances have: 300 requests in five minutes. */
  private static final Duration WINDOW = Duration.ofMinutes(5);

  private MastodonFaults() {}

  static Fault of(ApiResult result, Instant now) {
    if (result instanceof ApiResult.Paused paused) {
      return throttled(null, paused.until());
    }
    if (result instanceof ApiResult.TooLong tooLong) {
      return failing(null, "the answer is longer than " + tooLong.limit() + " bytes");
    }
    if (result instanceof ApiResult.NoAnswer none) {
      return failing(null, none.kind().reason() + ": " + none.detail() + "; tried again later");
    }
    ApiResult.Answer answer = (ApiResult.Answer) result;
    return switch (answer.status()) {
      case 429 -> throttled(answer.status(), reset(answer, now));
      case 401, 403, 422 ->
          new Fault(
              SourceState.REFUSED,
              answer.status(),
              "the instance shows this timeline to its members only; "
                  + Keys.remedy(MastodonFetcher.KEY)
                  + ", or follow the hashtag on another instance",
              null);
      default -> failing(answer.status(), "the instance answered HTTP " + answer.status());
    };
  }

  private static Instant reset(ApiResult.Answer answer, Instant now) {
    Instant retry = RetryAfter.parse(answer.header("Retry-After"), now);
    if (retry != null) {
      return retry;
    }
    try {
      String reset = answer.header("X-RateLimit-Reset");
      return reset == null ? now.plus(WINDOW) : Instant.parse(reset);
    } catch (DateTimeException unreadable) {
      return now.plus(WINDOW);
    }
  }

  private static Fault throttled(@Nullable Integer status, Instant until) {
    return new Fault(
        SourceState.THROTTLED, status, "the instance asks us to wait until " + until, until);
  }

  private static Fault failing(@Nullable Integer status, String message) {
    return new Fault(SourceState.FAILING, status, message, null);
  }
}
