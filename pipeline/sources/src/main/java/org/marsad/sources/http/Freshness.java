// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.http;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How long an answer is good for (RFC 9111, 4.2.1). */
public final class Freshness {
  private static final Pattern MAX_AGE = Pattern.compile("(?:^|[,\\s])max-age=\"?(\\d{1,9})\"?");

  private Freshness() {}

  /**
   * What is left of max-age, or else of Expires; null where neither is there, or it is over.
   *
   * @param headers by names in any case
   */
  public static @Nullable Duration of(Map<String, String> headers, Instant now) {
    String control = headers.getOrDefault("Cache-Control", "").toLowerCase(Locale.ROOT);
    if (control.contains("no-cache") || control.contains("no-store")) {
      return null;
    }
    Matcher maxAge = MAX_AGE.matcher(control);
    Duration left =
        maxAge.find()
            ? Duration.ofSeconds(Long.parseLong(maxAge.group(1)) - age(headers))
            : untilExpires(headers.get("Expires"), now);
    return left == null || left.isNegative() || left.isZero() ? null : left;
  }

  /** What a cache on the way has used up, in seconds. */
  private static long age(Map<String, String> headers) {
    String age = headers.getOrDefault("Age", "").strip();
    return age.matches("\\d{1,9}") ? Long.parseLong(age) : 0;
  }

  private static @Nullable Duration untilExpires(@Nullable String expires, Instant now) {
    try {
      return expires == null
          ? null
          : Duration.between(
              now,
              ZonedDateTime.parse(expires.strip(), DateTimeFormatter.RFC_1123_DATE_TIME)
                  .toInstant());
    } catch (DateTimeException e) {
      // "0" and "-1" mean: at once.
      return null;
    }
  }
}
