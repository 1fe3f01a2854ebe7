// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.index.query;

import co.elastic.clients.elasticsearch._types.aggregations.Aggregate;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.SearchResponse;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.marsad.index.IndexNames;
import org.marsad.model.Filters;

/** Counts stories: how far one went, and how many there are where copies count once. */
final class Stories {
  private static final int MAX_VALUES = 500;

  /**
   * Up to so many different stories are counted exactly, as good as; beyond, within some percent.
   */
  private static final int EXACT_UP_TO = 10_000;

  private static final String STORY = "story.id";

  private Stories() {}

  static Optional<StorySpread> spread(Reader reader, String id) {
    SearchResponse<ObjectNode> response =
        reader.search(
            s ->
                s.index(IndexNames.DOCUMENTS)
                    .size(0)
                    .trackTotalHits(t -> t.enabled(true))
                    .query(q -> q.term(t -> t.field(STORY).value(id)))
                    .aggregations(
                        "outlets", a -> a.terms(t -> t.field("sourceId").size(MAX_VALUES)))
                    .aggregations("roles", a -> a.terms(t -> t.field("story.role")))
                    .aggregations("agencies", a -> a.terms(t -> t.field("story.agency")))
                    .aggregations("first", a -> a.min(m -> m.field("date")))
                    .aggregations("last", a -> a.max(m -> m.field("date"))));
    long documents = response.hits().total() == null ? 0 : response.hits().total().value();
    if (documents == 0) {
      return Optional.empty();
    }
    Map<String, Aggregate> found = response.aggregations();
    return Optional.of(
        new StorySpread(
            id,
            documents,
            values(found, "outlets"),
            values(found, "roles"),
            List.copyOf(values(found, "agencies").keySet()),
            instant(Reader.aggregate(found, "first").min().value()),
            instant(Reader.aggregate(found, "last").max().value())));
  }

  /** How many documents meet the filters where all that tell one story count as one. */
  static long folded(Reader reader, Filters filters) {
    Query query = QueryBuilder.query(filters);
    Map<String, Aggregate> found =
        reader
            .search(
                s ->
                    s.index(IndexNames.DOCUMENTS)
                        .size(0)
                        .query(query)
                        .aggregations(
                            "stories",
                            a -> a.cardinality(c -> c.field(STORY).precisionThreshold(EXACT_UP_TO)))
                        .aggregations("without", a -> a.missing(m -> m.field(STORY))))
            .aggregations();
    return Reader.aggregate(found, "stories").cardinality().value()
        + Reader.aggregate(found, "without").missing().docCount();
  }

  private static Map<String, Long> values(Map<String, Aggregate> found, String name) {
    Map<String, Long> values = new LinkedHashMap<>();
    Reader.aggregate(found, name)
        .sterms()
        .buckets()
        .array()
        .forEach(bucket -> values.put(bucket.key().stringValue(), bucket.docCount()));
    return values;
  }

  private static Instant instant(@Nullable Double epochMillis) {
    if (epochMillis == null) {
      throw new IllegalStateException("Elasticsearch found documents without a date");
    }
    return Instant.ofEpochMilli(epochMillis.longValue());
  }
}
