// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.index.query;

import co.elastic.clients.elasticsearch._types.aggregations.Aggregate;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregation;
import co.elastic.clients.elasticsearch._types.aggregations.DateHistogramAggregation;
import co.elastic.clients.elasticsearch._types.aggregations.MultiBucketBase;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.marsad.index.query.CoverageRequest.Interval;

/**
 * One way to part documents, for {@link CellTables}.
 *
 * @param asked makes the aggregation, with what each of its buckets is asked for
 * @param buckets those that were answered, by their keys
 * @param finds the documents of a bucket
 */
public record Axis(
    Function<Map<String, Aggregation>, Aggregation> asked,
    Function<Aggregate, Map<String, MultiBucketBase>> buckets,
    Function<String, Query> finds) {

  /**
   * By the values of a field, the most frequent first.
   *
   * @param size at most so many
   */
  public static Axis values(String field, int size) {
    return new Axis(
        inner -> Aggregation.of(a -> a.terms(t -> t.field(field).size(size)).aggregations(inner)),
        found -> {
          Map<String, MultiBucketBase> buckets = new LinkedHashMap<>();
          found
              .sterms()
              .buckets()
              .array()
              .forEach(bucket -> buckets.put(bucket.key().stringValue(), bucket));
          return buckets;
        },
        value -> Query.of(q -> q.term(t -> t.field(field).value(value))));
  }

  /** By when they were published; the key of a period is its first day. */
  public static Axis periods(Interval interval) {
    DateHistogramAggregation periods = Calendar.by(interval).minDocCount(1).build();
    return new Axis(
        inner -> Aggregation.of(a -> a.dateHistogram(periods).aggregations(inner)),
        found -> {
          Map<String, MultiBucketBase> buckets = new LinkedHashMap<>();
          found
              .dateHistogram()
              .buckets()
              .array()
              .forEach(bucket -> buckets.put(Calendar.day(bucket.key()).toString(), bucket));
          return buckets;
        },
        day -> Calendar.period(day, interval));
  }

  /** By queries, each under its name. */
  public static Axis parts(Map<String, Query> parts) {
    return new Axis(
        inner -> Aggregation.of(a -> a.filters(f -> f.filters(b -> b.keyed(parts))).aggregations(inner)),
        found -> Map.copyOf(found.filters().buckets().keyed()),
        part -> parts.getOrDefault(part, Query.of(q -> q.matchNone(m -> m))));
  }
}
