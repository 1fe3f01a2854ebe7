// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.index.query;

import co.elastic.clients.elasticsearch._types.aggregations.CalendarInterval;
import co.elastic.clients.elasticsearch._types.aggregations.DateHistogramAggregation;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
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

  /** What meets filters, whose days do not count, and does not say when it was published. */
  static Query undated(Filters filters) {
    return Query.of(
        q ->
            q.bool(
                b ->
                    b.filter(QueryBuilder.query(filters.between(null, null)))
                        .mustNot(n -> n.exists(e -> e.field(FIELD)))));
  }

  /** The first day of the period in which a day lies. */
  public static LocalDate start(LocalDate day, Interval interval) {
    return switch (interval) {
      case DAY -> day;
      case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
      case MONTH -> day.withDayOfMonth(1);
    };
  }

  /** The first day of the period after the one that begins on a day. */
  public static LocalDate next(LocalDate start, Interval interval) {
    return switch (interval) {
      case DAY -> start.plusDays(1);
      case WEEK -> start.plusWeeks(1);
      case MONTH -> start.plusMonths(1);
    };
  }
}
