// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.text;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Dates as machines write them: ISO 8601 in its usual variants, RFC 1123, seconds or milliseconds
 * since 1970. A time without a zone is Moroccan. What lies before the web or in the future is no
 * publication date.
 */
public final class PublicationDates {
  private static final ZoneId MOROCCO = ZoneId.of("Africa/Casablanca");
  private static final Instant EARLIEST = Instant.parse("1995-01-01T00:00:00Z");

  /** Clocks differ, and outlets date tomorrow's paper today. */
  private static final long AHEAD_SECONDS = 2L * 24 * 3600;

  private static final Pattern EPOCH = Pattern.compile("\\d{9,13}(?:\\.\\d+)?");
  private static final Pattern IN_PATH =
      Pattern.compile("/(\\d{4})[/-](\\d{1,2})[/-](\\d{1,2})(?=[/_.-]|$)");

  private static final List<DateTimeFormatter> FORMATS =
      List.of(
          new DateTimeFormatterBuilder()
              .parseCaseInsensitive()
              .append(DateTimeFormatter.ISO_LOCAL_DATE)
              .appendPattern("['T'][ ]HH:mm[:ss]")
              .appendOptional(
                  new DateTimeFormatterBuilder()
                      .appendFraction(java.time.temporal.ChronoField.NANO_OF_SECOND, 1, 9, true)
                      .toFormatter(Locale.ROOT))
              .appendPattern("[ ][XXX][XX][X]['['VV']']")
              .toFormatter(Locale.ROOT),
          DateTimeFormatter.RFC_1123_DATE_TIME,
          DateTimeFormatter.ISO_LOCAL_DATE);

  private PublicationDates() {}

  /**
   * @param now no publication date lies more than two days after it
   * @return null where it cannot be read or is out of bounds
   */
  public static @Nullable Instant parse(@Nullable String stated, Instant now) {
    if (stated == null || stated.isBlank()) {
      return null;
    }
    return within(read(stated.strip()), now);
  }

  /** From a path such as {@code /2026/07/20/title}; the day's noon in Morocco. */
  public static @Nullable Instant ofUrl(@Nullable String url, Instant now) {
    Matcher path = IN_PATH.matcher(url == null ? "" : url);
    if (!path.find()) {
      return null;
    }
    try {
      LocalDate day =
          LocalDate.of(
              Integer.parseInt(path.group(1)),
              Integer.parseInt(path.group(2)),
              Integer.parseInt(path.group(3)));
      return within(day.atTime(12, 0).atZone(MOROCCO).toInstant(), now);
    } catch (DateTimeException e) {
      return null;
    }
  }

  public static @Nullable Instant within(@Nullable Instant date, Instant now) {
    return date != null && !date.isBefore(EARLIEST) && !date.isAfter(now.plusSeconds(AHEAD_SECONDS))
        ? date
        : null;
  }

  private static @Nullable Instant read(String stated) {
    if (EPOCH.matcher(stated).matches()) {
      double number = Double.parseDouble(stated);
      return Instant.ofEpochMilli((long) (number < 1e11 ? number * 1000 : number));
    }
    for (DateTimeFormatter format : FORMATS) {
      try {
        return instant(
            format.parseBest(
                stated,
                ZonedDateTime::from,
                OffsetDateTime::from,
                LocalDateTime::from,
                LocalDate::from));
      } catch (DateTimeException e) {
        // The next format.
      }
    }
    return null;
  }

  private static Instant instant(TemporalAccessor time) {
    if (time instanceof ZonedDateTime zoned) {
      return zoned.toInstant();
    }
    if (time instanceof OffsetDateTime offset) {
      return offset.toInstant();
    }
    if (time instanceof LocalDateTime local) {
      return local.atZone(MOROCCO).toInstant();
    }
    return LocalDate.from(time).atTime(12, 0).atZone(MOROCCO).toInstant();
  }
}
