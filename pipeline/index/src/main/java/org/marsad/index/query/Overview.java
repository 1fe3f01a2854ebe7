// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.index.query;

import co.elastic.clients.elasticsearch._types.aggregations.Aggregate;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregation;
import co.elastic.clients.elasticsearch._types.aggregations.StringTermsBucket;
import co.elastic.clients.elasticsearch.core.SearchResponse;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.marsad.classifiers.Stance;
import org.marsad.index.IndexNames;
import org.marsad.model.Filters;

/** Counts over the whole index. */
final class Overview {
  private static final int MAX_VALUES = 500;
  private static final List<String> FACETS =
      List.of("sourceId", "assessment.language", "assessment.stance", "assessment.targets");

  private Overview() {}

  static Counts counts(Reader reader) {
    SearchResponse<ObjectNode> response =
        reader.search(
            s ->
                s.index(IndexNames.DOCUMENTS)
                    .size(0)
                    .trackTotalHits(t -> t.enabled(true))
                    .aggregations(
                        "relevant",
                        a -> a.filter(f -> f.term(t -> t.field("assessment.relevant").value(true))))
                    .aggregations(
                        "hostile",
                        a ->
                            a.filter(
                                f ->
                                    f.term(
                                        t ->
                                            t.field("assessment.stance")
                                                .value(Stance.HOSTILE.name()))))
                    .aggregations("published", a -> a.max(m -> m.field("published")))
                    .aggregations("captured", a -> a.max(m -> m.field("captured"))));
    Map<String, Aggregate> found = response.aggregations();
    long documents = Reader.total(response);
    return new Counts(
        documents,
        Reader.aggregate(found, "relevant").filter().docCount(),
        Reader.aggregate(found, "hostile").filter().docCount(),
        count(reader, IndexNames.VERSIONS),
        count(reader, IndexNames.REJECTIONS),
        Reader.instant(Reader.aggregate(found, "published").max().value()),
        Reader.instant(Reader.aggregate(found, "captured").max().value()));
  }

  static Facets facets(Reader reader, Filters filters) {
    Map<String, Aggregation> asked = new HashMap<>();
    for (String field : FACETS) {
      asked.put(
          field,
          Aggregation.of(
              a -> a.terms(t -> t.field(field).size(MAX_VALUES)).aggregations(SmallCells.ASKED)));
    }
    Map<String, Aggregate> found = reader.summary(QueryBuilder.query(filters), asked);
    return new Facets(
        SmallCells.values(found, "sourceId"),
        SmallCells.values(found, "assessment.language"),
        SmallCells.values(found, "assessment.stance"),
        SmallCells.values(found, "assessment.targets"));
  }

  static List<RejectionCount> rejectionCounts(Reader reader) {
    Map<String, Aggregate> found =
        reader
            .search(
                s ->
                    s.index(IndexNames.REJECTIONS)
                        .size(0)
                        .aggregations(
                            "stages",
                            a ->
                                a.terms(t -> t.field("stage").size(MAX_VALUES))
                                    .aggregations(
                                        "reasons",
                                        r -> r.terms(t -> t.field("reason").size(MAX_VALUES)))))
            .aggregations();
    List<RejectionCount> counts = new ArrayList<>();
    for (StringTermsBucket stage : Reader.aggregate(found, "stages").sterms().buckets().array()) {
      Reader.values(stage.aggregations(), "reasons")
          .forEach(
              (reason, count) ->
                  counts.add(new RejectionCount(stage.key().stringValue(), reason, count)));
    }
    return counts;
  }

  private static long count(Reader reader, String index) {
    return Reader.total(
        reader.search(s -> s.index(index).size(0).trackTotalHits(t -> t.enabled(true))));
  }
}
