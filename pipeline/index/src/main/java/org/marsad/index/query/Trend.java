// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.index.query;

import co.elastic.clients.elasticsearch._types.aggregations.Aggregate;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregation;
import co.elastic.clients.elasticsearch._types.aggregations.CalendarInterval;
import co.elastic.clients.elasticsearch._types.aggregations.DateHistogramAggregation;
import co.elastic.clients.elasticsearch._types.aggregations.DateHistogramBucket;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.marsad.model.Filters;
import org.marsad.model.Morocco;

/** Counts documents by day and stance; days without any are there with zeros. */
final class Trend {
  private Trend() {}

  static List<TrendDay> days(Reader reader, TrendRequest request, Clock clock) {
    Filters filters = request.filters();
    LocalDate last =
        filters.to() == null ? LocalDate.now(clock.withZone(Morocco.TIME)) : filters.to();
    LocalDate first = filters.from();
    TreeMap<LocalDate, DateHistogramBucket> counted =
        buckets(reader, filters.between(first, last), StanceCounts.ASKED);
    if (first == null || first.isBefore(earliest(last))) {
      if (counted.isEmpty()) {
        return List.of();
      }
      // More than can be shown was asked for: what has documents is shown, the newest first of all.
      if (filters.to() != null && counted.firstKey().isBefore(earliest(last))) {
        last = counted.lastKey();
      }
      first = counted.ceilingKey(earliest(last));
      if (first == null) {
        return List.of();
      }
    }
    TreeMap<LocalDate, DateHistogramBucket> captured =
        buckets(reader, filters.coverage().between(first, last), Map.of());
    List<TrendDay> days = new ArrayList<>();
    for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) {
      days.add(day(day, captured.get(day), counted.get(day)));
    }
    return days;
  }

  private static LocalDate earliest(LocalDate last) {
    return last.minusDays(TrendRequest.MAX_DAYS - 1L);
  }

  /** Those that meet the filters and do not say when they were published. */
  static Told undated(Reader reader, Filters filters) {
    Aggregation undated =
        Aggregation.of(a -> a.missing(m -> m.field(Calendar.FIELD)).aggregations(SmallCells.ASKED));
    Map<String, Aggregate> answer =
        reader.tally(QueryBuilder.query(filters.between(null, null)), Map.of("undated", undated));
    return SmallCells.cell(Reader.aggregate(answer, "undated").missing()).told();
  }

  private static TreeMap<LocalDate, DateHistogramBucket> buckets(
      Reader reader, Filters filters, Map<String, Aggregation> parts) {
    DateHistogramAggregation byDay = Calendar.by(CalendarInterval.Day).minDocCount(1).build();
    Aggregation days =
        Aggregation.of(
            a -> a.dateHistogram(byDay).aggregations(SmallCells.ASKED).aggregations(parts));
    Map<String, Aggregate> answer = reader.tally(QueryBuilder.query(filters), Map.of("days", days));
    TreeMap<LocalDate, DateHistogramBucket> found = new TreeMap<>();
    for (DateHistogramBucket bucket :
        Reader.aggregate(answer, "days").dateHistogram().buckets().array()) {
      found.put(Calendar.day(bucket.key()), bucket);
    }
    return found;
  }

  /**
   * @param captured null where nothing was
   * @param bucket null where nothing of that meets the filters
   */
  private static TrendDay day(
      LocalDate day, @Nullable DateHistogramBucket captured, @Nullable DateHistogramBucket bucket) {
    Cell all = captured == null ? Cell.EMPTY : SmallCells.cell(captured);
    if (bucket == null) {
      return TrendDay.without(day, all);
    }
    StanceCounts said = StanceCounts.of(bucket.aggregations());
    return new TrendDay(
        day, SmallCells.around(all, SmallCells.cell(bucket), said.documents()), said);
  }
}
