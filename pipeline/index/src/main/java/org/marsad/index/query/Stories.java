// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.index.query;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.SortOptions;
import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregate;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregation;
import co.elastic.clients.elasticsearch._types.aggregations.SingleBucketAggregateBase;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.SearchResponse;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.marsad.index.IndexNames;
import org.marsad.model.Filters;

/** Counts stories: how far one went, and how many there are where copies count once. */
final class Stories {
  private static final int MAX_VALUES = 500;

  /** Of a story that more documents tell, the rest is only counted. */
  private static final int MAX_TELLINGS = 50;

  /**
   * Up to so many different stories are counted exactly, as good as; beyond, within some percent.
   */
  private static final int EXACT_UP_TO = 10_000;

  static final String STORY = "story.id";

  /** The name of {@link #spread}. */
  static final String SPREAD = "spread";

  private Stories() {}

  static Optional<StorySpread> spread(Reader reader, String id) {
    SearchResponse<ObjectNode> response =
        reader.search(
            s ->
                s.index(IndexNames.DOCUMENTS)
                    .size(0)
                    .trackTotalHits(t -> t.enabled(false))
                    .query(of(id))
                    .aggregations(SPREAD, spread()));
    return spread(id, response.aggregations());
  }

  /** What is asked of the documents of a story, for {@link #spread(String, Map)}. */
  static Aggregation spread() {
    return Aggregation.of(a -> a.filter(SmallCells.published()).aggregations(parts()));
  }

  private static Map<String, Aggregation> parts() {
    return Map.of(
        "outlets", Aggregation.of(a -> a.terms(t -> t.field("sourceId").size(MAX_VALUES))),
        "roles", Aggregation.of(a -> a.terms(t -> t.field("story.role"))),
        "agencies", Aggregation.of(a -> a.terms(t -> t.field("story.agency"))),
        "first", Aggregation.of(a -> a.min(m -> m.field("date"))),
        "last", Aggregation.of(a -> a.max(m -> m.field("date"))));
  }

  /** None of what no outlet tells: how far a person's text went is nobody's business. */
  static Optional<StorySpread> spread(String id, Map<String, Aggregate> answer) {
    SingleBucketAggregateBase published = Reader.aggregate(answer, SPREAD).filter();
    Map<String, Aggregate> found = published.aggregations();
    return published.docCount() == 0
        ? Optional.empty()
        : Optional.of(
            new StorySpread(
                id,
                published.docCount(),
                Reader.values(found, "outlets"),
                Reader.values(found, "roles"),
                List.copyOf(Reader.values(found, "agencies").keySet()),
                dated(Reader.aggregate(found, "first").min().value()),
                dated(Reader.aggregate(found, "last").max().value())));
  }

  /** Those that tell a story, the earliest first. */
  static List<StoredDocument> tellings(Reader reader, String id) {
    return reader
        .search(
            s ->
                s.index(IndexNames.DOCUMENTS)
                    .size(MAX_TELLINGS)
                    .query(of(id))
                    .sort(earliestFirst()))
        .hits()
        .hits()
        .stream()
        .map(hit -> Reader.document(hit.source()))
        .toList();
  }

  static List<SortOptions> earliestFirst() {
    return List.of(
        SortOptions.of(o -> o.field(f -> f.field("date").order(SortOrder.Asc))),
        SortOptions.of(o -> o.field(f -> f.field("id"))));
  }

  private static Query of(String id) {
    return Query.of(q -> q.term(t -> t.field(STORY).value(id)));
  }

  /** What a query finds of these stories. */
  static Query within(Query query, Set<String> ids) {
    List<FieldValue> values = ids.stream().map(FieldValue::of).toList();
    return Query.of(
        q ->
            q.bool(
                b ->
                    b.must(query)
                        .filter(f -> f.terms(t -> t.field(STORY).terms(v -> v.value(values))))));
  }

  /** How many documents meet the filters where all that tell one story count as one. */
  static Told folded(Reader reader, Filters filters) {
    Query query = QueryBuilder.query(filters);
    boolean few = new CellTables(reader).whole(query).isSmall();
    Query told = few ? Query.of(q -> q.bool(b -> b.filter(query, SmallCells.published()))) : query;
    return new Told(folded(reader.summary(told, foldedParts())), few);
  }

  /** The same for a list, whose documents are all to be seen: nothing is withheld. */
  static long listed(Reader reader, Filters filters) {
    return folded(reader.summary(QueryBuilder.query(filters), foldedParts()));
  }

  private static Map<String, Aggregation> foldedParts() {
    return Map.of(
        "stories",
        Aggregation.of(a -> a.cardinality(c -> c.field(STORY).precisionThreshold(EXACT_UP_TO))),
        "without",
        Aggregation.of(a -> a.missing(m -> m.field(STORY))));
  }

  private static long folded(Map<String, Aggregate> found) {
    return Reader.aggregate(found, "stories").cardinality().value()
        + Reader.aggregate(found, "without").missing().docCount();
  }

  private static Instant dated(@Nullable Double epochMillis) {
    Instant date = Reader.instant(epochMillis);
    if (date == null) {
      throw new IllegalStateException("Elasticsearch found documents without a date");
    }
    return date;
  }
}
