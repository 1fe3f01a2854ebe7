// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.index.query;

import co.elastic.clients.elasticsearch._types.aggregations.CalendarInterval;
import co.elastic.clients.elasticsearch._types.aggregations.DateHistogramAggregation;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import java.time.Instant;
import java.time.LocalDate;
import org.marsad.index.query.CoverageRequest.Interval;
import org.marsad.model.Filters;
import org.marsad.model.Morocco;

/**
 * Documents by when they were published, in periods of Morocco's calendar; for the packages of this
 * module.
 */
public final class Calendar {
  public static final String FIELD = "published";

  private Calendar() {}

  static DateHistogramAggregation.Builder by(CalendarInterval interval) {
    return new DateHistogramAggregation.Builder()
        .field(FIELD)
        .calendarInterval(interval)
        .timeZone(Morocco.TIME.getId());
  }

  /** Weeks begin on Monday. */
  public static DateHistogramAggregation.Builder by(Interval interval) {
    return by(
        switch (interval) {
          case DAY -> CalendarInterval.Day;
          case WEEK -> CalendarInterval.Week;
          case MONTH -> CalendarInterval.Month;
        });
  }

  /**
   * The first day of a period.
   *
   * @param key of its bucket, in milliseconds since 1970
   */
  public static LocalDate day(long key) {
    return Instant.ofEpochMilli(key).atZone(Morocco.TIME).toLocalDate();
  }

  /**
   * The documents of a period.
   *
   * @param first its first day, as ISO 8601 writes it
   */
  static Query period(String first, Interval interval) {
    LocalDate from = LocalDate.parse(first);
    LocalDate to =
        switch (interval) {
          case DAY -> from;
          case WEEK -> from.plusDays(6);
          case MONTH -> from.plusMonths(1).minusDays(1);
        };
    return QueryBuilder.query(Filters.NONE.between(from, to));
  }
}
