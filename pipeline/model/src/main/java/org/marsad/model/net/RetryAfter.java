// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.model.net;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** The Retry-After header (RFC 9110, 10.2.3): seconds or a date. */
public final class RetryAfter {
  /** A server that names a far date would otherwise silence a source, or a subscriber, for good. */
  public static final Duration MAX = Duration.ofHours(24);

  private RetryAfter() {}

  /** When to come back, at most {@link #MAX} from now; null where the header says nothing. */
  public static @Nullable Instant parse(@Nullable String header, Instant now) {
    if (header == null) {
      return null;
    }
    Instant until = header.strip().matches("\\d+") ? seconds(header.strip(), now) : date(header);
    if (until == null) {
      return null;
    }
    Instant latest = now.plus(MAX);
    return until.isAfter(latest) ? latest : until;
  }

  private static Instant seconds(String digits, Instant now) {
    return digits.length() > 9 ? now.plus(MAX) : now.plusSeconds(Long.parseLong(digits));
  }

  private static @Nullable Instant date(String text) {
    try {
      return ZonedDateTime.parse(text.strip(), DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
    } catch (DateTimeException e) {
      return null;
    }
  }
}
