// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.index.query;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregate;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregation;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregation.Builder.ContainerBuilder;
import co.elastic.clients.elasticsearch._types.aggregations.MultiBucketBase;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.marsad.index.query.PlaceCounts.PlaceCount;
import org.marsad.model.Filters;

/** Counts documents by the places that they name. */
final class Places {
  private static final String PLACES = "assessment.places";

  /** More than the gazetteer has. */
  private static final int MAX_PLACES = 1_000;

  /** By what may be told: the order by all documents would tell more. */
  private static final Comparator<PlaceCount> MOST_FIRST =
      Comparator.comparingLong((PlaceCount place) -> place.counts().documents().documents())
          .reversed()
          .thenComparing(PlaceCount::id);

  private Places() {}

  static PlaceCounts of(Reader reader, Filters filters) {
    Aggregation places =
        Aggregation.of(a -> counted(a.terms(t -> t.field(PLACES).size(MAX_PLACES))));
    return of(
        reader,
        filters,
        places,
        aggregate ->
            aggregate.sterms().buckets().array().stream()
                .map(bucket -> place(bucket.key().stringValue(), bucket))
                .toList());
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
    Aggregation grouped =
        Aggregation.of(a -> counted(a.filters(f -> f.filters(b -> b.keyed(queries)))));
    return of(
        reader,
        filters,
        grouped,
        aggregate ->
            aggregate.filters().buckets().keyed().entrySet().stream()
                .filter(bucket -> bucket.getValue().docCount() > 0)
                .map(bucket -> place(bucket.getKey(), bucket.getValue()))
                .toList());
  }

  private static PlaceCounts of(
      Reader reader,
      Filters filters,
      Aggregation places,
      Function<Aggregate, List<PlaceCount>> counts) {
    Map<String, Aggregate> found =
        reader.tally(
            QueryBuilder.query(filters),
            Map.of(
                "placed", cell(Query.of(q -> q.exists(e -> e.field(PLACES)))),
                "unplaced",
                    cell(
                        Query.of(q -> q.bool(b -> b.mustNot(n -> n.exists(e -> e.field(PLACES)))))),
                "places", places));
    return new PlaceCounts(
        SmallCells.cell(Reader.aggregate(found, "placed").filter()).told(),
        SmallCells.cell(Reader.aggregate(found, "unplaced").filter()).told(),
        counts.apply(Reader.aggregate(found, "places")).stream().sorted(MOST_FIRST).toList());
  }

  private static Aggregation cell(Query query) {
    return Aggregation.of(a -> a.filter(query).aggregations(SmallCells.ASKED));
  }

  private static Query naming(List<String> places) {
    List<FieldValue> values = places.stream().map(FieldValue::of).toList();
    return Query.of(q -> q.terms(t -> t.field(PLACES).terms(v -> v.value(values))));
  }

  /** The same buckets with what is said in each, and by how many sources. */
  private static ContainerBuilder counted(ContainerBuilder buckets) {
    return buckets
        .aggregations(StanceCounts.ASKED)
        .aggregations("sources", c -> c.cardinality(f -> f.field("sourceId")));
  }

  private static PlaceCount place(String id, MultiBucketBase bucket) {
    return new PlaceCount(
        id,
        Reader.aggregate(bucket.aggregations(), "sources").cardinality().value(),
        StanceCounts.of(bucket.aggregations()));
  }
}
