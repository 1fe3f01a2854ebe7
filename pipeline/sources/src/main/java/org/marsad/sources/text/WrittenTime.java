// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.text;

import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The time of day in a line that {@link PublicationDates} has normalized.
 *
 * @param zone what stands right behind the time; null where nothing does
 */
record WrittenTime(LocalTime time, @Nullable ZoneId zone) {
  private static final Map<String, ZoneOffset> ZONES =
      Map.ofEntries(
          Map.entry("z", ZoneOffset.UTC),
          Map.entry("utc", ZoneOffset.UTC),
          Map.entry("gmt", ZoneOffset.UTC),
          Map.entry("ut", ZoneOffset.UTC),
          Map.entry("wet", ZoneOffset.UTC),
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

  /** An offset may follow a zone's name, as in JavaScript's {@code GMT+0100}, and rules it. */
  private static final Pattern TIME =
      Pattern.compile(
          "(?<![\\d+-])(?<hour>\\d{1,2})\\s?[:h]\\s?(?<minute>\\d{2})"
              + "(?::(?<second>\\d{2})(?:[.,](?<fraction>\\d{1,9})\\d*)?)?"
              + "\\s*(?:(?<half>am|pm)(?!\\p{L}))?\\s*\\(?(?:(?<name>"
              + String.join("|", ZONES.keySet())
              + ")(?!\\p{L}))?"
              + "(?:(?<sign>[+-])(?<hours>0\\d|1[0-4])(?::?(?<minutes>\\d{2})(?!\\d)|(?=\\s*$)))?");

  /**
   * @return null where there is none
   * @throws DateTimeException where there is one that no clock shows
   */
  static @Nullable WrittenTime in(String line) {
    Matcher matcher = TIME.matcher(line);
    if (!matcher.find()) {
      return null;
    }
    int hour = number(matcher, "hour");
    String half = matcher.group("half");
    if (half != null) {
      hour = hour % 12 + (half.equals("pm") ? 12 : 0);
    }
    // A leap second has no place in Java's time.
    int second = Math.min(59, number(matcher, "second"));
    return new WrittenTime(
        LocalTime.of(hour, number(matcher, "minute"), second, nanos(matcher.group("fraction"))),
        zone(matcher));
  }

  private static @Nullable ZoneId zone(Matcher matcher) {
    if (matcher.group("sign") != null) {
      int sign = matcher.group("sign").equals("-") ? -1 : 1;
      return ZoneOffset.ofHoursMinutes(
          sign * number(matcher, "hours"), sign * number(matcher, "minutes"));
    }
    String name = matcher.group("name");
    return name == null ? null : ZONES.get(name);
  }

  private static int nanos(@Nullable String fraction) {
    return fraction == null ? 0 : Integer.parseInt((fraction + "00000000").substring(0, 9));
  }

  private static int number(Matcher matcher, String group) {
    String digits = matcher.group(group);
    return digits == null ? 0 : Integer.parseInt(digits);
  }
}
