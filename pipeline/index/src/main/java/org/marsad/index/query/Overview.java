// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.index.query;

import co.elastic.clients.elasticsearch._types.aggregations.Aggregate;
import co.elastic.clients.elasticsearch._types.aggregations.StringTermsBucket;
import co.elastic.clients.elasticsearch.core.SearchResponse;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.marsad.classifiers.Stance;
import org.marsad.index.IndexNames;
import org.marsad.model.Filters;

/** Counts over the whole index. */
final class Overview {
  private static final int MAX_VALUES = 500;

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
    long documents = total(response);
    return new Counts(
        documents,
        Reader.aggregate(found, "relevant").filter().docCount(),
        Reader.aggregate(found, "hostile").filter().docCount(),
        count(reader, IndexNames.VERSIONS),
        count(reader, IndexNames.REJECTIONS),
        instant(Reader.aggregate(found, "published").max().value()),
        instant(Reader.aggregate(found, "captured").max().value()));
  }

  static Facets facets(Reader reader, Filters filters) {
    Map<String, Aggregate> found =
        reader
            .search(
                s -> {
                  s.index(IndexNames.DOCUMENTS).size(0).query(QueryBuilder.query(filters));
                  for (String field :
                      List.of(
                          "sourceId",
                          "assessment.language",
                          "assessment.stance",
                          "assessment.targets")) {
                    s.aggregations(field, a -> a.terms(t -> t.field(field).size(MAX_VALUES)));
                  }
                  return s;
                })
            .aggregations();
    return new Facets(
        values(found, "sourceId"),
        values(found, "assessment.language"),
        values(found, "assessment.stance"),
        values(found, "assessment.targets"));
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
      values(stage.aggregations(), "reasons")
          .forEach(
              (reason, count) ->
                  counts.add(new RejectionCount(stage.key().stringValue(), reason, count)));
    }
    return counts;
  }

  private static Map<String, Long> values(Map<String, Aggregate> found, String name) {
    Map<String, Long> values = new LinkedHashMap<>();
    for (StringTermsBucket bucket : Reader.aggregate(found, name).sterms().buckets().array()) {
      values.put(bucket.key().stringValue(), bucket.docCount());
    }
    return values;
  }

  private static long count(Reader reader, String index) {
    return total(reader.search(s -> s.index(index).size(0).trackTotalHits(t -> t.enabled(true))));
  }

  private static long total(SearchResponse<ObjectNode> response) {
    return response.hits().total() == null ? 0 : response.hits().total().value();
  }

  /** Without any document the maximum is absent, or not finite. */
  private static @Nullable Instant instant(@Nullable Double epochMillis) {
    return epochMillis == null || !Double.isFinite(epochMillis)
        ? null
        : Instant.ofEpochMilli(epochMillis.longValue());
  }
}
