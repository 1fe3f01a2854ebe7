// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.index.query;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregate;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregation;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.marsad.index.query.PlaceCounts.PlaceCount;
import org.marsad.model.Filters;

/** Counts documents by the places that they name. */
final class Places {
  private static final String PLACES = "assessment.places";

  /** More than the gazetteer has. */
  private static final int MAX_PLACES = 1_000;

  private static final Query SOME = Query.of(q -> q.exists(e -> e.field(PLACES)));

  private static final Axis NAMED =
      Axis.parts(
          Map.of("placed", SOME, "unplaced", Query.of(q -> q.bool(b -> b.mustNot(SOME)))));

  /** By what may be told: the order by all documents would tell more. */
  private static final Comparator<PlaceCount> MOST_FIRST =
      Comparator.comparingLong((PlaceCount place) -> place.counts().documents().documents())
          .reversed()
          .thenComparing(PlaceCount::id);

  private Places() {}

  static PlaceCounts of(Reader reader, Filters filters) {
    return of(reader, filters, Axis.values(PLACES, MAX_PLACES));
  }

  /**
   * The same by groups of places, such as a region with all that lies in it: a document that names
   * two of one group counts once there.
   *
   * @param groups the ids of the places of each, by the id of the group
   */
  static PlaceCounts of(Reader reader, Filters filters, Map<String, List<String>> groups) {
    Map<String, Query> queries = new HashMap<>();
    groups.forEach((group, places) -> queries.put(group, naming(places)));
    return of(reader, filters, Axis.parts(queries));
  }

  private static PlaceCounts of(Reader reader, Filters filters, Axis places) {
    Query query = QueryBuilder.query(filters);
    Map<String, Map<List<String>, Cell>> found =
        new CellTables(reader)
            .count(
                query,
                Map.of(
                    "named", List.of(NAMED), "places", List.of(places, StanceCounts.AXIS)));
    Map<List<String>, Cell> named = found.getOrDefault("named", Map.of());
    Map<String, Map<String, Cell>> byPlace = new HashMap<>();
    found
        .getOrDefault("places", Map.of())
        .forEach(
            (path, cell) ->
                byPlace
                    .computeIfAbsent(path.get(0), place -> new HashMap<>())
                    .put(path.get(1), cell));
    Map<String, Long> sources = sources(reader, query, places);
    return new PlaceCounts(
        named.getOrDefault(List.of("placed"), Cell.EMPTY).told(),
        named.getOrDefault(List.of("unplaced"), Cell.EMPTY).told(),
        byPlace.entrySet().stream()
            .map(
                place ->
                    new PlaceCount(
                        place.getKey(),
                        sources.getOrDefault(place.getKey(), 0L),
                        StanceCounts.ofCells(place.getValue())))
            .sorted(MOST_FIRST)
            .toList());
  }

  /** By how many sources each place is named. */
  private static Map<String, Long> sources(Reader reader, Query query, Axis places) {
    Aggregation each = Aggregation.of(a -> a.cardinality(c -> c.field("sourceId")));
    Map<String, Aggregate> answer =
        reader.summary(query, Map.of("places", places.asked().apply(Map.of("sources", each))));
    Map<String, Long> sources = new HashMap<>();
    places
        .buckets()
        .apply(Reader.aggregate(answer, "places"))
        .forEach(
            (place, bucket) ->
                sources.put(
                    place,
                    Reader.aggregate(bucket.aggregations(), "sources").cardinality().value()));
    return sources;
  }

  private static Query naming(List<String> places) {
    List<FieldValue> values = places.stream().map(FieldValue::of).toList();
    return Query.of(q -> q.terms(t -> t.field(PLACES).terms(v -> v.value(values))));
  }
}
