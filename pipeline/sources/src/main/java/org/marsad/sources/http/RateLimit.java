// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.http;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.marsad.model.net.RetryAfter;

/**
 * Tells "not now" from "no". Some servers answer 403 where they mean 429; they betray themselves by
 * a Retry-After, or by headers that say that nothing is left of an allowance.
 */
final class RateLimit {
  private static final List<String> REMAINING =
      List.of("X-RateLimit-Remaining", "X-Rate-Limit-Remaining", "RateLimit-Remaining");
  private static final List<String> RESET =
      List.of("X-RateLimit-Reset", "X-Rate-Limit-Reset", "RateLimit-Reset");
  private static final Pattern NOTHING = Pattern.compile("\\s*0+(\\.0*)?\\s*");

  /** The one header of the later drafts, in both of its forms. */
  private static final Pattern NOTHING_LEFT =
      Pattern.compile("(^|[;,\\s])(r|remaining)\\s*=\\s*0(?!\\d)");

  /** A larger number of seconds is a date since 1970, not a time to wait. */
  private static final long LONGEST_WAIT = 1_000_000_000;

  private RateLimit() {}

  static boolean throttles(HttpHop.Answer answer, Instant now) {
    boolean timed = RetryAfter.parse(answer.header("Retry-After"), now) != null;
    return switch (answer.status()) {
      case 429 -> true;
      case 503 -> timed;
      case 403 -> timed || isExhausted(answer);
      default -> false;
    };
  }

  /** When to come back, at most a day from now; null where the answer does not say. */
  static @Nullable Instant comeBack(HttpHop.Answer answer, Instant now) {
    Instant stated = RetryAfter.parse(answer.header("Retry-After"), now);
    return stated != null ? stated : reset(answer, now);
  }

  private static boolean isExhausted(HttpHop.Answer answer) {
    String limits = answer.header("RateLimit");
    return values(answer, REMAINING).anyMatch(value -> NOTHING.matcher(value).matches())
        || (limits != null && NOTHING_LEFT.matcher(limits).find());
  }

  private static @Nullable Instant reset(HttpHop.Answer answer, Instant now) {
    String seconds =
        values(answer, RESET)
            .map(value -> value.strip().replaceFirst("\\..*", ""))
            .filter(value -> value.matches("\\d{1,12}"))
            .findFirst()
            .orElse(null);
    if (seconds == null) {
      return null;
    }
    long number = Long.parseLong(seconds);
    Instant until = number > LONGEST_WAIT ? Instant.ofEpochSecond(number) : now.plusSeconds(number);
    Instant latest = now.plus(RetryAfter.MAX);
    return until.isAfter(latest) ? latest : until;
  }

  private static Stream<String> values(HttpHop.Answer answer, List<String> names) {
    return names.stream().map(answer::header).filter(Objects::nonNull);
  }
}
