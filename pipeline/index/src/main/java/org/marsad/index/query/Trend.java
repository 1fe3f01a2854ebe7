// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.index.query;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.marsad.index.query.CoverageRequest.Interval;
import org.marsad.model.Filters;
import org.marsad.model.Morocco;

/** Counts documents by day and stance; days without any are there with zeros. */
final class Trend {
  /** The cells of {@link StanceCounts#AXIS}. */
  private record Said(Map<String, Cell> parts) {
    Cell without(Said less) {
      return parts.entrySet().stream()
          .map(part -> part.getValue().without(less.parts.getOrDefault(part.getKey(), Cell.EMPTY)))
          .reduce(Cell.EMPTY, Cell::with);
    }
  }

  private static final Said NOTHING = new Said(Map.of());

  private static final PeriodCounts.Table<Said> SAID =
      new PeriodCounts.Table<>(
          Said.class,
          QueryBuilder::query,
          StanceCounts.ASKED,
          bucket -> new Said(StanceCounts.cells(bucket.aggregations())));

  /** What the same sources published and does not meet the filters. */
  private static final PeriodCounts.Table<Cell> OTHERS =
      new PeriodCounts.Table<>(Cell.class, Trend::others, SmallCells.ASKED, SmallCells::cell);

  private Trend() {}

  static List<TrendDay> days(PeriodCounts counts, TrendRequest request, Clock clock) {
    Filters filters = request.filters();
    LocalDate last =
        filters.to() == null ? LocalDate.now(clock.withZone(Morocco.TIME)) : filters.to();
    LocalDate first = filters.from();
    TreeMap<LocalDate, Said> counted = counts.of(SAID, filters.between(first, last), Interval.DAY);
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
    Map<LocalDate, Cell> others = others(counts, filters.between(first, last), counted);
    List<TrendDay> days = new ArrayList<>();
    for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) {
      days.add(
          day(
              day,
              counted.getOrDefault(day, NOTHING).parts(),
              others.getOrDefault(day, Cell.EMPTY)));
    }
    return days;
  }

  /**
   * What the same sources published and does not meet the filters: what all have without what was
   * counted, if that says of each day whether five people wrote it; else counted.
   */
  private static Map<LocalDate, Cell> others(
      PeriodCounts counts, Filters filters, Map<LocalDate, Said> counted) {
    if (filters.equals(filters.coverage())) {
      return Map.of();
    }
    Map<LocalDate, Cell> others = new HashMap<>();
    counts
        .of(SAID, filters.coverage(), Interval.DAY)
        .forEach((day, all) -> others.put(day, all.without(counted.getOrDefault(day, NOTHING))));
    boolean isSure =
        others.values().stream()
            .allMatch(rest -> !rest.isSmall() || rest.personal() < Cell.FEWEST_PEOPLE);
    return isSure ? others : counts.of(OTHERS, filters, Interval.DAY);
  }

  private static LocalDate earliest(LocalDate last) {
    return last.minusDays(TrendRequest.MAX_DAYS - 1L);
  }

  /** Those that meet the filters and do not say when they were published. */
  static Told undated(Reader reader, Filters filters) {
    return new CellTables(reader).whole(Calendar.undated(filters)).told();
  }

  private static Query others(Filters filters) {
    return Query.of(
        q ->
            q.bool(
                b ->
                    b.filter(QueryBuilder.query(filters.coverage()))
                        .mustNot(QueryBuilder.query(filters))));
  }

  private static TrendDay day(LocalDate day, Map<String, Cell> parts, Cell others) {
    StanceCounts said = StanceCounts.ofCells(parts);
    Cell all = parts.values().stream().reduce(Cell.EMPTY, Cell::with);
    return new TrendDay(day, SmallCells.around(all, others, said.documents()), said);
  }
}
