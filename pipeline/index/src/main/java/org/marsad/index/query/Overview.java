// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.index.query;

import co.elastic.clients.elasticsearch._types.aggregations.Aggregate;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregation;
import co.elastic.clients.elasticsearch._types.aggregations.StringTermsBucket;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.marsad.index.IndexNames;
import org.marsad.model.Filters;

/** Counts of all documents, and of all rejections. */
final class Overview {
  private static final int MAX_VALUES = 500;
  private static final String RELEVANT = "assessment.relevant";

  /** Those that a model found to speak of something else, and those that none read. */
  private static final Axis READ =
      Axis.parts(
          Map.of(
              "irrelevant",
              Query.of(q -> q.term(t -> t.field(RELEVANT).value(false))),
              "unclassified",
              Query.of(q -> q.bool(b -> b.mustNot(n -> n.exists(e -> e.field(RELEVANT)))))));

  private Overview() {}

  static Counts counts(Reader reader) {
    Query all = Query.of(q -> q.matchAll(m -> m));
    Map<String, Map<List<String>, Cell>> tables =
        new CellTables(reader)
            .count(all, Map.of("said", List.of(StanceCounts.AXIS), "read", List.of(READ)));
    Map<String, Aggregate> found =
        reader.summary(
            all,
            Map.of(
                "published", Aggregation.of(a -> a.max(m -> m.field("published"))),
                "captured", Aggregation.of(a -> a.max(m -> m.field("captured")))));
    StanceCounts said = StanceCounts.ofCells(byKey(tables, "said"));
    Map<String, Cell> read = byKey(tables, "read");
    Told unclassified = read.getOrDefault("unclassified", Cell.EMPTY).told();
    return new Counts(
        said.relevant()
            .plus(read.getOrDefault("irrelevant", Cell.EMPTY).told())
            .plus(unclassified),
        said,
        unclassified,
        count(reader, IndexNames.VERSIONS),
        count(reader, IndexNames.REJECTIONS),
        Reader.instant(Reader.aggregate(found, "published").max().value()),
        Reader.instant(Reader.aggregate(found, "captured").max().value()));
  }

  private static Map<String, Cell> byKey(
      Map<String, Map<List<String>, Cell>> tables, String table) {
    Map<String, Cell> cells = new HashMap<>();
    tables.getOrDefault(table, Map.of()).forEach((path, cell) -> cells.put(path.get(0), cell));
    return cells;
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
