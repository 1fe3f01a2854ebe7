// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.index.query;

import co.elastic.clients.elasticsearch._types.aggregations.Aggregate;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregation;
import co.elastic.clients.elasticsearch._types.aggregations.StringTermsBucket;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.util.ObjectBuilder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.marsad.index.IndexNames;
import org.marsad.model.Filters;

/** Counts over the whole index. */
final class Overview {
  private static final int MAX_VALUES = 500;
  private static final List<String> FACETS =
      List.of(
          "sourceId",
          "assessment.language",
          "assessment.stance",
          "assessment.targets",
          "assessment.frames",
          "assessment.places",
          "kind");

  private static final String RELEVANT = "assessment.relevant";

  private Overview() {}

  static Counts counts(Reader reader) {
    Map<String, Aggregation> asked = new HashMap<>(StanceCounts.ASKED);
    asked.put("irrelevant", part(q -> q.term(t -> t.field(RELEVANT).value(false))));
    asked.put(
        "unclassified", part(q -> q.bool(b -> b.mustNot(n -> n.exists(e -> e.field(RELEVANT))))));
    asked.put("published", Aggregation.of(a -> a.max(m -> m.field("published"))));
    asked.put("captured", Aggregation.of(a -> a.max(m -> m.field("captured"))));
    Map<String, Aggregate> found = reader.summary(Query.of(q -> q.matchAll(m -> m)), asked);
    StanceCounts said = StanceCounts.of(found);
    Told unclassified = told(found, "unclassified");
    return new Counts(
        said.relevant().plus(told(found, "irrelevant")).plus(unclassified),
        said,
        unclassified,
        count(reader, IndexNames.VERSIONS),
        count(reader, IndexNames.REJECTIONS),
        Reader.instant(Reader.aggregate(found, "published").max().value()),
        Reader.instant(Reader.aggregate(found, "captured").max().value()));
  }

  private static Aggregation part(Function<Query.Builder, ObjectBuilder<Query>> query) {
    return Aggregation.of(a -> a.filter(query).aggregations(SmallCells.ASKED));
  }

  private static Told told(Map<String, Aggregate> found, String part) {
    return SmallCells.cell(Reader.aggregate(found, part).filter()).told();
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
        SmallCells.values(found, "assessment.targets"),
        SmallCells.values(found, "assessment.frames"),
        SmallCells.values(found, "assessment.places"),
        SmallCells.values(found, "kind"));
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
