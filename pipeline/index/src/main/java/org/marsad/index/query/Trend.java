// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.index.query;

import co.elastic.clients.elasticsearch._types.aggregations.Aggregate;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregation;
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
  private Trend() {}

  static List<TrendDay> days(Reader reader, TrendRequest request, Clock clock) {
    Filters filters = request.filters();
    LocalDate last =
        filters.to() == null ? LocalDate.now(clock.withZone(Morocco.TIME)) : filters.to();
    LocalDate first = filters.from();
    CellTables tables = new CellTables(reader);
    Filters asked = filters.between(first, last);
    TreeMap<LocalDate, Map<String, Cell>> counted = said(tables, QueryBuilder.query(asked));
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
    Map<LocalDate, Cell> others = others(tables, filters.between(first, last));
    List<TrendDay> days = new ArrayList<>();
    for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) {
      days.add(
          day(
              day,
              counted.getOrDefault(day, Map.of()),
              others.getOrDefault(day, Cell.EMPTY)));
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
        reader.summary(QueryBuilder.query(filters.between(null, null)), Map.of("undated", undated));
    return SmallCells.cell(Reader.aggregate(answer, "undated").missing()).told();
  }

  private static TreeMap<LocalDate, Map<String, Cell>> said(CellTables tables, Query query) {
    TreeMap<LocalDate, Map<String, Cell>> days = new TreeMap<>();
    tables
        .count(query, Axis.periods(Interval.DAY), StanceCounts.AXIS)
        .forEach(
            (path, cell) ->
                days.computeIfAbsent(LocalDate.parse(path.get(0)), day -> new HashMap<>())
                    .put(path.get(1), cell));
    return days;
  }

  /** What the same sources published of those days and does not meet the filters. */
  private static Map<LocalDate, Cell> others(CellTables tables, Filters filters) {
    Map<LocalDate, Cell> days = new HashMap<>();
    if (!filters.equals(filters.coverage())) {
      Query others =
          Query.of(
              q ->
                  q.bool(
                      b ->
                          b.filter(QueryBuilder.query(filters.coverage()))
                              .mustNot(QueryBuilder.query(filters))));
      tables
          .count(others, Axis.periods(Interval.DAY))
          .forEach((path, cell) -> days.put(LocalDate.parse(path.get(0)), cell));
    }
    return days;
  }

  private static TrendDay day(LocalDate day, Map<String, Cell> parts, Cell others) {
    StanceCounts said = StanceCounts.ofCells(parts);
    Cell all = parts.values().stream().reduce(Cell.EMPTY, Cell::with);
    return new TrendDay(day, SmallCells.around(all, others, said.documents()), said);
  }
}
