// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.alerts.series;

import static java.time.temporal.ChronoField.HOUR_OF_DAY;
import static java.time.temporal.ChronoField.MINUTE_OF_HOUR;
import static java.time.temporal.ChronoField.NANO_OF_SECOND;
import static java.time.temporal.ChronoField.SECOND_OF_MINUTE;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A moment as a row writes it, in ISO-8601: a date, or a date and time, with an offset or without.
 *
 * @param text as written
 * @param local the time on the clock of the place
 * @param offset that clock's distance from UTC; null if the row does not say
 */
record Timestamp(String text, LocalDateTime local, @Nullable ZoneOffset offset) {
  private static final DateTimeFormatter FORMAT =
      new DateTimeFormatterBuilder()
          .parseCaseInsensitive()
          .append(DateTimeFormatter.ISO_LOCAL_DATE)
          .appendPattern("[['T'][' ']HH[:mm[:ss[.SSSSSSSSS][.SSSSSS][.SSS]]]]")
          .appendPattern("[XXX][XX][X]")
          .parseDefaulting(HOUR_OF_DAY, 0)
          .parseDefaulting(MINUTE_OF_HOUR, 0)
          .parseDefaulting(SECOND_OF_MINUTE, 0)
          .parseDefaulting(NANO_OF_SECOND, 0)
          .toFormatter()
          .withResolverStyle(ResolverStyle.STRICT);

  /**
   * @throws DateTimeException if it is no such moment
   */
  static Timestamp parse(String text) {
    TemporalAccessor parsed = FORMAT.parseBest(text, OffsetDateTime::from, LocalDateTime::from);
    return parsed instanceof OffsetDateTime moment
        ? new Timestamp(text, moment.toLocalDateTime(), moment.getOffset())
        : new Timestamp(text, LocalDateTime.from(parsed), null);
  }

  /**
   * The same moment on the clock of a place.
   *
   * @param later of the two moments that a clock shows which was put back, the later one
   * @throws DateTimeException if that clock never shows this time, for it was put forward over it
   */
  Timestamp in(ZoneId zone, boolean later) {
    if (offset != null) {
      OffsetDateTime there = local.atOffset(offset).atZoneSameInstant(zone).toOffsetDateTime();
      return new Timestamp(text, there.toLocalDateTime(), there.getOffset());
    }
    List<ZoneOffset> offsets = zone.getRules().getValidOffsets(local);
    if (offsets.isEmpty()) {
      throw new DateTimeException("the clock of " + zone + " was put forward over " + text);
    }
    return new Timestamp(text, local, offsets.get(later ? offsets.size() - 1 : 0));
  }

  LocalDate day() {
    return local.toLocalDate();
  }

  /** Seconds since 1970 in UTC, which a clock without a stated offset is taken to show. */
  long second() {
    return local.toEpochSecond(offset == null ? ZoneOffset.UTC : offset);
  }
}
