// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.text;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The day in a line that {@link PublicationDates} has normalized. */
final class WrittenDay {
  private static final Pattern YEAR_FIRST =
      Pattern.compile("\\b(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2})(?=\\D|$)");
  private static final Pattern DAY_FIRST =
      Pattern.compile("\\b(\\d{1,2})[-/.](\\d{1,2})[-/.](\\d{4})\\b");
  private static final Pattern DAY_NAME_YEAR =
      Pattern.compile(
          "(?<!\\d)(\\d{1,2})(?:er|st|nd|rd|th)?[\\s,./-]+(?:de\\s+)?(\\p{L}+)[\\s,./-]+(?:de\\s+)?(\\d{4}|\\d{2})(?![\\d:])");
  private static final Pattern NAME_DAY_YEAR =
      Pattern.compile("(\\p{L}+)\\.?\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+(\\d{4})\\b");

  /** As X and Java write it: {@code wed may 01 10:00:00 +0000 2024}. */
  private static final Pattern NAME_DAY_TIME_YEAR =
      Pattern.compile(
          "(\\p{L}+)\\s+(\\d{1,2})\\s+\\d{1,2}:\\d{2}(?::\\d{2})?\\s+(?:[+-]\\d{4}|\\p{L}{1,5})\\s+(\\d{4})\\b");

  private WrittenDay() {}

  /**
   * @return null where there is none
   * @throws DateTimeException where there is one that no calendar has
   */
  static @Nullable LocalDate in(String line) {
    Matcher matcher = YEAR_FIRST.matcher(line);
    if (matcher.find()) {
      return LocalDate.of(number(matcher, 1), number(matcher, 2), number(matcher, 3));
    }
    matcher = DAY_FIRST.matcher(line);
    if (matcher.find()) {
      return LocalDate.of(number(matcher, 3), number(matcher, 2), number(matcher, 1));
    }
    matcher = DAY_NAME_YEAR.matcher(line);
    while (matcher.find()) {
      Integer month = MonthNames.of(matcher.group(2));
      if (month != null) {
        int year = number(matcher, 3);
        return LocalDate.of(year < 100 ? 2000 + year : year, month, number(matcher, 1));
      }
    }
    for (Pattern pattern : List.of(NAME_DAY_YEAR, NAME_DAY_TIME_YEAR)) {
      matcher = pattern.matcher(line);
      while (matcher.find()) {
        Integer month = MonthNames.of(matcher.group(1));
        if (month != null) {
          return LocalDate.of(number(matcher, 3), month, number(matcher, 2));
        }
      }
    }
    return null;
  }

  private static int number(Matcher matcher, int group) {
    return Integer.parseInt(matcher.group(group));
  }
}
