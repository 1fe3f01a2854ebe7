// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.index.query;

import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch._types.Time;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregate;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregation;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.elasticsearch.core.SearchResponse;
import co.elastic.clients.elasticsearch.core.mget.MultiGetResponseItem;
import co.elastic.clients.elasticsearch.indices.IndexSettings;
import co.elastic.clients.elasticsearch.indices.IndexState;
import co.elastic.clients.util.ObjectBuilder;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.marsad.index.IndexConnection;
import org.marsad.index.IndexNames;
import org.marsad.index.IndexUnavailableException;
import org.marsad.model.Document;
import org.marsad.model.Json;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends searches and turns stored JSON into records. Thread-safe. */
public final class Reader {
  private static final Logger LOG = LoggerFactory.getLogger(Reader.class);

  /**
   * Figures come from the same copy of the index each time: two copies see a write at different
   * moments, and each has a cache of its own.
   */
  private static final String ONE_COPY = "figures";

  private final IndexConnection connection;
  private final List<String> counted;

  public Reader(IndexConnection connection) {
    this(connection, List.of(IndexNames.DOCUMENTS));
  }

  private Reader(IndexConnection connection, List<String> counted) {
    this.connection = connection;
    this.counted = counted;
  }

  /**
   * One that counts all that was ever captured, also where the text is no longer kept: what is
   * counted over time must not fall because of that. Words are found in texts that are kept alone.
   */
  public Reader overTime() {
    return new Reader(connection, IndexNames.COUNTED);
  }

  /**
   * @throws org.marsad.index.IndexUnavailableException while Elasticsearch is away
   * @throws org.marsad.index.IndexRefusedException when a person must act
   * @throws IllegalArgumentException when Elasticsearch finds the request itself faulty
   */
  public SearchResponse<ObjectNode> search(
      Function<SearchRequest.Builder, ObjectBuilder<SearchRequest>> request) {
    return ask(client -> client.search(request, ObjectNode.class));
  }

  /** What can be said of the documents that a query finds, without fetching or counting them. */
  public Map<String, Aggregate> summary(Query query, Map<String, Aggregation> aggregations) {
    return search(
            s ->
                s.index(counted)
                    .preference(ONE_COPY)
                    .size(0)
                    .trackTotalHits(t -> t.enabled(false))
                    .query(query)
                    .aggregations(aggregations))
        .aggregations();
  }

  /** What tells the indices that are counted from others of the same name, made before or after. */
  Set<String> identities() {
    return ask(client -> client.indices().getSettings(g -> g.index(counted).name("index.uuid")))
        .result()
        .values()
        .stream()
        .map(Reader::identity)
        .collect(Collectors.toSet());
  }

  private static String identity(IndexState index) {
    IndexSettings settings = index.settings();
    IndexSettings inner = settings == null ? null : settings.index();
    return String.valueOf(inner == null ? null : inner.uuid());
  }

  /** What a search finds, in its order. */
  <T> List<T> all(
      Class<T> type, Function<SearchRequest.Builder, ObjectBuilder<SearchRequest>> request) {
    return search(request).hits().hits().stream().map(hit -> decode(hit.source(), type)).toList();
  }

  /** Those of the documents that exist, in the order of the ids, in their newest state. */
  public List<ObjectNode> get(String index, List<String> ids) {
    List<ObjectNode> found = new ArrayList<>();
    if (ids.isEmpty()) {
      return found;
    }
    for (MultiGetResponseItem<ObjectNode> item :
        ask(client -> client.mget(m -> m.index(index).ids(ids), ObjectNode.class)).docs()) {
      if (item.isFailure()) {
        throw new IndexUnavailableException(
            index + " cannot answer now: " + item.failure().error().reason(), null);
      }
      ObjectNode source = item.result().source();
      if (source != null) {
        found.add(source);
      }
    }
    return found;
  }

  /** Keeps an index as it is now for later searches; to be closed. */
  String openMoment(String index, Time kept) {
    return ask(client -> client.openPointInTime(o -> o.index(index).keepAlive(kept))).id();
  }

  /** Where the index is away, the moment ends by itself. */
  void closeMoment(String id) {
    try {
      boolean unused = ask(client -> client.closePointInTime(c -> c.id(id))).succeeded();
    } catch (IndexUnavailableException e) {
      LOG.warn("a point in time was not closed and ends by itself", e);
    }
  }

  /**
   * @throws IllegalArgumentException when Elasticsearch finds the request itself faulty
   */
  private <T> T ask(IndexConnection.Call<T> call) {
    try {
      return connection.call(call);
    } catch (ElasticsearchException e) {
      throw new IllegalArgumentException("the query cannot be answered: " + e.getMessage(), e);
    }
  }

  public static Aggregate aggregate(Map<String, Aggregate> answer, String name) {
    Aggregate aggregate = answer.get(name);
    if (aggregate == null) {
      throw new IllegalStateException("Elasticsearch left out the aggregation " + name);
    }
    return aggregate;
  }

  /** The values of an aggregation of terms with their counts, most frequent first. */
  static Map<String, Long> values(Map<String, Aggregate> answer, String name) {
    Map<String, Long> values = new LinkedHashMap<>();
    aggregate(answer, name)
        .sterms()
        .buckets()
        .array()
        .forEach(bucket -> values.put(bucket.key().stringValue(), bucket.docCount()));
    return values;
  }

  /** The moment of a minimum or maximum; without any document it is absent, or not finite. */
  static @Nullable Instant instant(@Nullable Double epochMillis) {
    return epochMillis == null || !Double.isFinite(epochMillis)
        ? null
        : Instant.ofEpochMilli(epochMillis.longValue());
  }

  /** How many a search found that keeps track of it. */
  static long total(SearchResponse<ObjectNode> response) {
    return response.hits().total() == null ? 0 : response.hits().total().value();
  }

  /** A document, or a former text of one, as it is stored. */
  public static StoredDocument document(@Nullable ObjectNode source) {
    return new StoredDocument(
        decode(source, Document.class), source == null ? 1 : source.path("version").asInt(1));
  }

  /**
   * @throws IllegalStateException where the index holds something else
   */
  public static <T> T decode(@Nullable JsonNode source, Class<T> type) {
    try {
      T value = Json.MAPPER.treeToValue(source, type);
      if (value == null) {
        throw new IllegalStateException("the index returned a hit without its source");
      }
      return value;
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(
          "the index holds a " + type.getSimpleName() + " of another form", e);
    }
  }
}
