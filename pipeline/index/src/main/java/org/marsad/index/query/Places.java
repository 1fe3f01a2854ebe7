// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.index.query;

import co.elastic.clients.elasticsearch._types.aggregations.Aggregate;
import co.elastic.clients.elasticsearch._types.aggregations.StringTermsBucket;
import co.elastic.clients.elasticsearch.core.SearchResponse;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import org.marsad.index.IndexNames;
import org.marsad.index.query.PlaceCounts.PlaceCount;
import org.marsad.model.Filters;

/** Counts documents by the places that they name. */
final class Places {
  private static final String PLACES = "assessment.places";

  /** More than the gazetteer has. */
  private static final int MAX_PLACES = 1_000;

  private Places() {}

  static PlaceCounts of(Reader reader, Filters filters) {
    SearchResponse<ObjectNode> response =
        reader.search(
            s ->
                s.index(IndexNames.DOCUMENTS)
                    .size(0)
                    .trackTotalHits(t -> t.enabled(true))
                    .query(QueryBuilder.query(filters))
                    .aggregations("unplaced", a -> a.missing(m -> m.field(PLACES)))
                    .aggregations(
                        "places",
                        a ->
                            a.terms(t -> t.field(PLACES).size(MAX_PLACES))
                                .aggregations("relevant", StanceCounts.aggregation())
                                .aggregations(
                                    "sources", c -> c.cardinality(f -> f.field("sourceId")))));
    Map<String, Aggregate> found = response.aggregations();
    return new PlaceCounts(
        Reader.total(response),
        Reader.aggregate(found, "unplaced").missing().docCount(),
        Reader.aggregate(found, "places").sterms().buckets().array().stream()
            .map(Places::place)
            .toList());
  }

  private static PlaceCount place(StringTermsBucket bucket) {
    return new PlaceCount(
        bucket.key().stringValue(),
        bucket.docCount(),
        Reader.aggregate(bucket.aggregations(), "sources").cardinality().value(),
        StanceCounts.of(Reader.aggregate(bucket.aggregations(), "relevant").filter()));
  }
}
