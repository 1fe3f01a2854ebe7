// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.index.query;

import java.time.LocalDate;
import org.marsad.index.query.CoverageRequest.Interval;
import org.marsad.model.Filters;

/**
 * A period of which something is counted, or what of it lies between the days asked for.
 *
 * @param filters on every day
 * @param start first day of the period
 * @param days of which the documents count
 */
record Piece(
    PeriodCounts.Table<?> table, Filters filters, Interval interval, LocalDate start, Days days) {

  record Days(LocalDate from, LocalDate to) {
    private static Days of(LocalDate start, Interval interval) {
      return new Days(start, Calendar.next(start, interval).minusDays(1));
    }

    private Days within(Filters filters) {
      LocalDate first = filters.from();
      LocalDate last = filters.to();
      return new Days(
          first != null && first.isAfter(from) ? first : from,
          last != null && last.isBefore(to) ? last : to);
    }
  }

  /** The one in which a day lies. */
  static Piece of(PeriodCounts.Table<?> table, Filters filters, Interval interval, LocalDate day) {
    LocalDate start = Calendar.start(day, interval);
    return new Piece(
        table,
        filters.between(null, null),
        interval,
        start,
        Days.of(start, interval).within(filters));
  }

  boolean isWhole() {
    return days.equals(Days.of(start, interval));
  }
}
