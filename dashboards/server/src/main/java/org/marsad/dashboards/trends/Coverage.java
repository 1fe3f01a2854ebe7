// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.dashboards.trends;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.marsad.index.query.DocumentQueries;
import org.marsad.index.query.TrendDay;
import org.marsad.index.query.TrendRequest;
import org.marsad.model.Filters;

/**
 * Sets a trend beside what was captured at all, so that a gap in the data is not taken for calm.
 */
public final class Coverage {
  private Coverage() {}

  /**
   * @param captured documents published that day by the sources asked for, whatever they say
   * @param total those that meet the filters; absent, as all that follow, where none was captured
   */
  public record Day(
      LocalDate day,
      long captured,
      @Nullable Long total,
      @Nullable Long relevant,
      @Nullable Long hostile,
      @Nullable Long reporting,
      @Nullable Long supportive,
      @Nullable Long other) {}

  /**
   * @param undated documents that meet the filters and are in no day, since they do not say when
   *     they were published
   */
  public record Trend(List<Day> days, long undated) {}

  public static Trend trend(DocumentQueries queries, Filters filters) {
    return new Trend(days(queries, filters), queries.undated(filters));
  }

  private static List<Day> days(DocumentQueries queries, Filters filters) {
    List<TrendDay> days = queries.trend(new TrendRequest(filters));
    if (days.isEmpty()) {
      return List.of();
    }
    Filters everything = filters.coverage();
    Map<LocalDate, Long> captured =
        (everything.equals(filters)
                ? days
                : queries.trend(
                    new TrendRequest(
                        everything.between(days.get(0).day(), days.get(days.size() - 1).day()))))
            .stream().collect(Collectors.toMap(TrendDay::day, TrendDay::total));
    return days.stream().map(day -> day(day, captured.getOrDefault(day.day(), 0L))).toList();
  }

  private static Day day(TrendDay day, long captured) {
    return captured == 0
        ? new Day(day.day(), 0, null, null, null, null, null, null)
        : new Day(
            day.day(),
            captured,
            day.total(),
            day.relevant(),
            day.hostile(),
            day.reporting(),
            day.supportive(),
            day.other());
  }
}
