// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.feed;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Dates in the words of Moroccan outlets: RFC 822 and ISO 8601, but also {@code 20/07/2026 -
 * 14:30}, {@code 20 juillet 2026 à 14h30} and {@code ٢٠ يوليوز ٢٠٢٦}. Where no zone is given,
 * Moroccan time holds, with its changes around Ramadan.
 */
public final class FeedDates {
  /** What outlets without a stated zone mean. */
  public static final ZoneId MOROCCO = ZoneId.of("Africa/Casablanca");

  /** No outlet's feed is older; a year before it is a fault in the feed, such as 1970. */
  private static final Instant EARLIEST = Instant.parse("1995-01-01T00:00:00Z");

  private static final Pattern YEAR_FIRST =
      Pattern.compile("\\b(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2})(?=\\D|$)");
  private static final Pattern DAY_FIRST =
      Pattern.compile("\\b(\\d{1,2})[-/.](\\d{1,2})[-/.](\\d{4})\\b");
  private static final Pattern DAY_NAME_YEAR =
      Pattern.compile(
          "(?<!\\d)(\\d{1,2})(?:er|st|nd|rd|th)?[\\s,.-]+(?:de\\s+)?(\\p{L}+)[\\s,.-]+(?:de\\s+)?(\\d{4}|\\d{2})(?![\\d:])");
  private static final Pattern NAME_DAY_YEAR =
      Pattern.compile("(\\p{L}+)\\.?\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+(\\d{4})\\b");
  private static final Pattern TIME =
      Pattern.compile(
          "(?<![\\d+-])(\\d{1,2})\\s?[:h]\\s?(\\d{2})(?::(\\d{2}))?(?:[.,]\\d+)?\\s*(am|pm)?");
  private static final Pattern ZONE =
      Pattern.compile(
          "(?:(?<=[\\s\\d])(z|utc|gmt|ut|est|edt|cst|cdt|mst|mdt|pst|pdt|cet|cest|wet|west)\\b)|([+-])(\\d{2}):?(\\d{2})\\s*$");

  private static final Map<String, ZoneOffset> ZONES =
      Map.ofEntries(
          Map.entry("est", ZoneOffset.ofHours(-5)),
          Map.entry("edt", ZoneOffset.ofHours(-4)),
          Map.entry("cst", ZoneOffset.ofHours(-6)),
          Map.entry("cdt", ZoneOffset.ofHours(-5)),
          Map.entry("mst", ZoneOffset.ofHours(-7)),
          Map.entry("mdt", ZoneOffset.ofHours(-6)),
          Map.entry("pst", ZoneOffset.ofHours(-8)),
          Map.entry("pdt", ZoneOffset.ofHours(-7)),
          Map.entry("cet", ZoneOffset.ofHours(1)),
          Map.entry("cest", ZoneOffset.ofHours(2)),
          Map.entry("west", ZoneOffset.ofHours(1)));

  private FeedDates() {}

  /** Null where no date can be read, or none that can be true: before 1995 or in the future. */
  public static @Nullable Instant parse(String text) {
    return parse(text, Instant.now());
  }

  /** As {@link #parse(String)}, as of {@code now}. */
  static @Nullable Instant parse(String text, Instant now) {
    String plain = normalize(text);
    try {
      LocalDate date = date(plain);
      if (date == null) {
        return null;
      }
      LocalTime time = time(plain);
      Instant instant =
          time == null
              ? date.atStartOfDay(MOROCCO).toInstant()
              : LocalDateTime.of(date, time).atZone(zone(plain)).toInstant();
      // Clocks differ, and a date without a zone may be up to a day ahead.
      boolean plausible =
          !instant.isBefore(EARLIEST) && instant.isBefore(now.plusSeconds(24 * 3600));
      return plausible ? instant : null;
    } catch (DateTimeException e) {
      return null;
    }
  }

  /** Lower case, western digits, no direction marks, and ISO's T as a space. */
  private static String normalize(String text) {
    StringBuilder plain = new StringBuilder(text.length());
    text.codePoints()
        .filter(character -> Character.getType(character) != Character.FORMAT)
        .map(c -> Character.isDigit(c) ? '0' + Character.digit(c, 10) : c)
        .forEach(plain::appendCodePoint);
    return plain
        .toString()
        .toLowerCase(Locale.ROOT)
        .replaceAll("(\\d)t(\\d)", "$1 $2")
        .replace('\u00A0', ' ')
        .strip();
  }

  private static @Nullable LocalDate date(String text) {
    Matcher matcher = YEAR_FIRST.matcher(text);
    if (matcher.find()) {
      return LocalDate.of(number(matcher, 1), number(matcher, 2), number(matcher, 3));
    }
    matcher = DAY_FIRST.matcher(text);
    if (matcher.find()) {
      return LocalDate.of(number(matcher, 3), number(matcher, 2), number(matcher, 1));
    }
    matcher = DAY_NAME_YEAR.matcher(text);
    while (matcher.find()) {
      Integer month = MonthNames.of(matcher.group(2));
      if (month != null) {
        int year = number(matcher, 3);
        return LocalDate.of(year < 100 ? 2000 + year : year, month, number(matcher, 1));
      }
    }
    matcher = NAME_DAY_YEAR.matcher(text);
    while (matcher.find()) {
      Integer month = MonthNames.of(matcher.group(1));
      if (month != null) {
        return LocalDate.of(number(matcher, 3), month, number(matcher, 2));
      }
    }
    return null;
  }

  private static @Nullable LocalTime time(String text) {
    Matcher matcher = TIME.matcher(text);
    if (!matcher.find()) {
      return null;
    }
    int hour = number(matcher, 1);
    String half = matcher.group(4);
    if (half != null) {
      hour = hour % 12 + (half.equals("pm") ? 12 : 0);
    }
    int second = matcher.group(3) == null ? 0 : Math.min(59, number(matcher, 3));
    return LocalTime.of(hour, number(matcher, 2), second);
  }

  private static ZoneId zone(String text) {
    Matcher matcher = ZONE.matcher(text);
    if (!matcher.find()) {
      return MOROCCO;
    }
    String name = matcher.group(1);
    if (name != null) {
      return ZONES.getOrDefault(name, ZoneOffset.UTC);
    }
    int sign = matcher.group(2).equals("-") ? -1 : 1;
    return ZoneOffset.ofHoursMinutes(sign * number(matcher, 3), sign * number(matcher, 4));
  }

  private static int number(Matcher matcher, int group) {
    return Integer.parseInt(matcher.group(group));
  }
}
