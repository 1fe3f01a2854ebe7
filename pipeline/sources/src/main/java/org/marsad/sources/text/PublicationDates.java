// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.text;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.marsad.model.Morocco;

/**
 * Publication dates as feeds, pages and records state them: ISO 8601, RFC 822, seconds or
 * milliseconds since 1970, but also the outlets' own {@code 20/07/2026 - 14:30}, {@code 20 juillet
 * 2026 à 14h30} and {@code ٢٠ يوليوز ٢٠٢٦}. A time without a zone is Moroccan, with its changes
 * around Ramadan; a day without a time is its noon, which is the same day in most of the world.
 */
public final class PublicationDates {
  /** Older than the web is a system's fault, such as 1970. */
  private static final Instant EARLIEST = Instant.parse("1995-01-01T00:00:00Z");

  /** Clocks differ, and outlets date tomorrow's paper today. */
  private static final long AHEAD_SECONDS = 2L * 24 * 3600;

  /** In characters; what is longer is a text that may speak of dates. */
  private static final int LONGEST = 200;

  private static final Pattern EPOCH = Pattern.compile("\\d{9,13}(?:\\.\\d+)?");
  private static final Pattern ISO_T = Pattern.compile("(\\d)t(\\d)");
  private static final Pattern IN_PATH =
      Pattern.compile("/(\\d{4})[/-](\\d{1,2})[/-](\\d{1,2})(?=[/_.-]|$)");

  private PublicationDates() {}

  /** How exactly a date is known. */
  public enum Precision {
    DAY,
    MINUTE
  }

  /**
   * A publication date.
   *
   * @param instant of a day without a time, its noon in Morocco
   * @param precision midnight to the second counts as a day, since it is what systems write that
   *     keep no time
   */
  public record Dated(Instant instant, Precision precision) {}

  /**
   * @param now no publication date lies more than two days after it
   * @return null where it cannot be read or is out of bounds
   */
  public static @Nullable Instant parse(@Nullable String stated, Instant now) {
    Dated dated = dated(stated, now);
    return dated == null ? null : dated.instant();
  }

  /** The same as {@link #parse}, with how exact it is. */
  public static @Nullable Dated dated(@Nullable String stated, Instant now) {
    String line = stated == null ? "" : stated.strip();
    if (line.isEmpty() || line.length() > LONGEST) {
      return null;
    }
    try {
      Dated dated = read(normalized(line));
      return dated == null || within(dated.instant(), now) == null ? null : dated;
    } catch (DateTimeException e) {
      return null;
    }
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
      return within(noon(day), now);
    } catch (DateTimeException e) {
      return null;
    }
  }

  /** The date, or null where it lies before 1995 or more than two days after {@code now}. */
  public static @Nullable Instant within(@Nullable Instant date, Instant now) {
    return date != null && !date.isBefore(EARLIEST) && !date.isAfter(now.plusSeconds(AHEAD_SECONDS))
        ? date
        : null;
  }

  private static @Nullable Dated read(String line) {
    if (EPOCH.matcher(line).matches()) {
      double number = Double.parseDouble(line);
      Instant instant = Instant.ofEpochMilli((long) (number < 1e11 ? number * 1000 : number));
      return new Dated(instant, Precision.MINUTE);
    }
    LocalDate day = WrittenDay.in(line);
    if (day == null) {
      return null;
    }
    WrittenTime time = WrittenTime.in(line);
    if (time == null) {
      return new Dated(noon(day), Precision.DAY);
    }
    ZoneId zone = time.zone() == null ? Morocco.TIME : time.zone();
    Instant instant = day.atTime(time.time()).atZone(zone).toInstant();
    boolean midnight = time.time().equals(LocalTime.MIDNIGHT);
    return new Dated(instant, midnight ? Precision.DAY : Precision.MINUTE);
  }

  private static Instant noon(LocalDate day) {
    return day.atTime(12, 0).atZone(Morocco.TIME).toInstant();
  }

  /** Lower case, western digits and commas, no direction marks, and ISO's T as a space. */
  private static String normalized(String line) {
    StringBuilder plain = new StringBuilder(line.length());
    line.codePoints()
        .filter(character -> Character.getType(character) != Character.FORMAT)
        .map(c -> Character.isDigit(c) ? '0' + Character.digit(c, 10) : c)
        .forEach(plain::appendCodePoint);
    String lower =
        plain.toString().toLowerCase(Locale.ROOT).replace('\u00A0', ' ').replace('،', ',');
    return ISO_T.matcher(lower).replaceAll("$1 $2").strip();
  }
}
