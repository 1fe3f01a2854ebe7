// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.alerts.message;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import org.marsad.alerts.detect.Granularity;
import org.marsad.model.Morocco;

/** Spells days and times of Morocco's clock in a language. */
final class Dates {
  private final Catalogue words;
  private final DateTimeFormatter day;
  private final DateTimeFormatter moment;

  Dates(Catalogue words) {
    this.words = words;
    Locale locale = Locale.forLanguageTag(words.language() + "-MA-u-nu-latn");
    this.day = DateTimeFormatter.ofPattern(words.text("date.day"), locale).withZone(Morocco.TIME);
    this.moment =
        DateTimeFormatter.ofPattern(words.text("date.moment"), locale).withZone(Morocco.TIME);
  }

  String day(Instant time) {
    return day.format(time);
  }

  String moment(Instant time) {
    return moment.format(time);
  }

  /** With a word on whose clock it is. */
  String zoned(Instant time) {
    return words.text("when.zone", Map.of("time", moment(time)));
  }

  /** The start of a bucket. */
  String bucket(Granularity granularity, Instant start) {
    return granularity == Granularity.DAY ? day(start) : moment(start);
  }

  /**
   * The time from the first bucket to the last.
   *
   * @param to exclusive; of days, the last one within is named
   */
  String range(Granularity granularity, Instant from, Instant to) {
    if (granularity == Granularity.HOUR) {
      String hours = words.text("when.hours", Map.of("first", moment(from), "last", moment(to)));
      return words.text("when.zone", Map.of("time", hours));
    }
    String first = day(from);
    String last = day(to.minusMillis(1));
    return first.equals(last)
        ? words.text("when.day", Map.of("day", first))
        : words.text("when.days", Map.of("first", first, "last", last));
  }
}
