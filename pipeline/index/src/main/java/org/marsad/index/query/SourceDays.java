// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.index.query;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregation;
import co.elastic.clients.elasticsearch._types.aggregations.CompositeAggregate;
import co.elastic.clients.elasticsearch._types.aggregations.CompositeAggregationSource;
import co.elastic.clients.elasticsearch._types.aggregations.CompositeBucket;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.marsad.model.Filters;
import org.marsad.model.Morocco;

/** Counts the documents of each source by day; a page at a time, since they may be many. */
final class SourceDays {
  private static final int PAGE = 10_000;
  private static final String SOURCE = "source";
  private static final String DAY = "day";
  private static final List<Map<String, CompositeAggregationSource>> KEYS =
      List.of(
          Map.of(SOURCE, CompositeAggregationSource.of(s -> s.terms(t -> t.field("sourceId")))),
          Map.of(
              DAY,
              CompositeAggregationSource.of(
                  s ->
                      s.dateHistogram(
                          d ->
                              d.field(Calendar.FIELD)
                                  .calendarInterval(i -> i.time("1d"))
                                  .timeZone(Morocco.TIME.getId())))));

  private SourceDays() {}

  /** By source and day; days without any are left out. */
  static Map<String, SortedMap<LocalDate, Integer>> of(Reader reader, Filters filters) {
    Query query = QueryBuilder.query(filters);
    Map<String, SortedMap<LocalDate, Integer>> days = new HashMap<>();
    Map<String, FieldValue> after = Map.of();
    List<CompositeBucket> pairs;
    do {
      CompositeAggregate page = page(reader, query, after);
      pairs = page.buckets().array();
      for (CompositeBucket pair : pairs) {
        days.computeIfAbsent(key(pair, SOURCE).stringValue(), source -> new TreeMap<>())
            .put(Calendar.day(key(pair, DAY).longValue()), Math.toIntExact(pair.docCount()));
      }
      after = page.afterKey();
    } while (pairs.size() == PAGE);
    return days;
  }

  private static FieldValue key(CompositeBucket pair, String name) {
    return Objects.requireNonNull(pair.key().get(name), name);
  }

  private static CompositeAggregate page(
      Reader reader, Query query, Map<String, FieldValue> after) {
    Aggregation pairs =
        Aggregation.of(
            a ->
                a.composite(
                    c -> {
                      c.size(PAGE).sources(KEYS);
                      return after.isEmpty() ? c : c.after(after);
                    }));
    return Reader.aggregate(reader.summary(query, Map.of("pairs", pairs)), "pairs").composite();
  }
}
