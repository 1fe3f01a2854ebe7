// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.network.reddit;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.marsad.model.SourceState;
import org.marsad.sources.http.ApiResult.Answer;
import org.marsad.sources.network.FetchStep.Fault;

/**
 * Tells a refusal from a request to slow down. Reddit answers 403 where others answer 429: with a
 * page that speaks of too many requests, or with nothing at all. A subreddit that is closed says
 * why. One thread at a time.
 */
final class Refusals {
  private static final Duration FIRST_PAUSE = Duration.ofMinutes(10);
  private static final Duration LONGEST_PAUSE = Duration.ofHours(12);

  private static final Pattern TOO_FAST =
      Pattern.compile("rate.?limit|too many|slow down|whoa there|blocked|try again later");

  private final Clock clock;
  private Duration pause = FIRST_PAUSE;

  Refusals(Clock clock) {
    this.clock = clock;
  }

  /** An answer came as it should: the next pause is short again. */
  void none() {
    pause = FIRST_PAUSE;
  }

  /**
   * @param answer of any status but 200 and 401
   */
  Fault of(Answer answer) {
    JsonNode json = RedditFaults.json(answer);
    String reason = json == null ? "" : json.path("reason").asText();
    int status = answer.status();
    if (!reason.isBlank() && (status == 403 || status == 404)) {
      return refused(status, "the subreddit is " + reason + "; leave it out");
    }
    Fault slower = slower(answer);
    if (slower != null) {
      return slower;
    }
    if (status == 403 || status == 451) {
      return refused(
          status, "Reddit refuses the listing to this key; ask Reddit to approve its use");
    }
    return RedditFaults.status(status);
  }

  /**
   * @return null as long as the quota is not used up
   */
  @Nullable Fault usedUp(Answer answer) {
    Double remaining = number(answer.header("x-ratelimit-remaining"));
    Double reset = number(answer.header("x-ratelimit-reset"));
    return remaining == null || reset == null || remaining >= 1
        ? null
        : throttled(answer.status(), inSeconds(reset));
  }

  /**
   * @return null where the answer does not ask for that
   */
  @Nullable Fault slower(Answer answer) {
    int status = answer.status();
    if (status != 429 && (status != 403 || !isTooFast(answer))) {
      return null;
    }
    Double reset = number(answer.header("x-ratelimit-reset"));
    Double retryAfter = number(answer.header("retry-after"));
    Double asked = retryAfter == null ? reset : retryAfter;
    Instant own = clock.instant().plus(pause);
    Duration longer = pause.multipliedBy(2);
    pause = longer.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : longer;
    // No time at all is no pause.
    Instant until = asked == null || asked < 1 ? own : inSeconds(asked);
    return throttled(answer.status(), until);
  }

  private Instant inSeconds(double seconds) {
    return clock.instant().plusSeconds((long) Math.ceil(seconds));
  }

  private static boolean isTooFast(Answer answer) {
    String body = answer.text().toLowerCase(Locale.ROOT);
    return body.isBlank() || TOO_FAST.matcher(body).find();
  }

  private static Fault throttled(int status, Instant until) {
    return new Fault(
        SourceState.THROTTLED, status, "Reddit asks us to slow down, until " + until, until);
  }

  private static Fault refused(int status, String message) {
    return new Fault(SourceState.REFUSED, status, message + "; asked again once a day", null);
  }

  private static @Nullable Double number(@Nullable String header) {
    try {
      double value = header == null ? Double.NaN : Double.parseDouble(header.strip());
      return value >= 0 && value <= LONGEST_PAUSE.toSeconds() ? value : null;
    } catch (NumberFormatException e) {
      return null;
    }
  }
}
