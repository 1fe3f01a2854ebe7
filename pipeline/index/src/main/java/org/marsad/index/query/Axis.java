// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.index.query;

import co.elastic.clients.elasticsearch._types.aggregations.Aggregate;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregation;
import co.elastic.clients.elasticsearch._types.aggregations.MultiBucketBase;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * One way to part documents, for {@link CellTables}.
 *
 * @param asked makes the aggregation, with what each of its buckets is asked for
 * @param buckets those that were answered, by their keys
 */
public record Axis(
    Function<Map<String, Aggregation>, Aggregation> asked,
    Function<Aggregate, Map<String, MultiBucketBase>> buckets) {

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
        });
  }

  /** By queries, each under its name. */
  public static Axis parts(Map<String, Query> parts) {
    return new Axis(
        inner ->
            Aggregation.of(a -> a.filters(f -> f.filters(b -> b.keyed(parts))).aggregations(inner)),
        found -> Map.copyOf(found.filters().buckets().keyed()));
  }
}
