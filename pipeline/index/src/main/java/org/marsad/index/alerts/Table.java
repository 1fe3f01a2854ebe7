// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.index.alerts;

import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch._types.OpType;
import co.elastic.clients.elasticsearch._types.Refresh;
import co.elastic.clients.elasticsearch._types.Result;
import co.elastic.clients.elasticsearch.core.GetResponse;
import co.elastic.clients.elasticsearch.core.IndexRequest;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.util.ObjectBuilder;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.marsad.alerts.store.Kept;
import org.marsad.index.IndexConnection;
import org.marsad.index.query.Reader;

/** One index as documents under their ids, each guarded by its place in the order of writes. */
final class Table {
  /** The most that Elasticsearch returns at once. */
  static final int MAX_HITS = 10_000;

  private static final int CONFLICT = 409;
  private static final int NOT_FOUND = 404;

  private final IndexConnection connection;
  private final Reader reader;
  private final String index;
  private final Refresh refresh;

  /**
   * @param refresh whether each write is made visible to searches at once
   */
  Table(IndexConnection connection, String index, boolean refresh) {
    this.connection = connection;
    this.reader = new Reader(connection);
    this.index = index;
    this.refresh = refresh ? Refresh.True : Refresh.False;
  }

  /** In its newest state, whether searches see that yet or not. */
  Optional<Kept<ObjectNode>> get(String id) {
    GetResponse<ObjectNode> found =
        connection.call(c -> c.get(g -> g.index(index).id(id), ObjectNode.class));
    ObjectNode source = found.source();
    return source == null
        ? Optional.empty()
        : Optional.of(kept(id, source, found.seqNo(), found.primaryTerm()));
  }

  /**
   * @return false where there is one already, which stays
   */
  boolean create(String id, ObjectNode source) {
    return write(id, source, i -> i.opType(OpType.Create));
  }

  void put(String id, ObjectNode source) {
    write(id, source, i -> i);
  }

  /**
   * @return false where the document is not any more what it was then, or has gone
   */
  boolean replace(String id, long sequence, long term, ObjectNode source) {
    return write(id, source, i -> i.ifSeqNo(sequence).ifPrimaryTerm(term));
  }

  /** Sets some fields; does nothing where there is no such document any more. */
  void update(String id, Map<String, Object> fields) {
    try {
      connection.call(
          c ->
              c.update(
                  u -> u.index(index).id(id).refresh(refresh).retryOnConflict(3).doc(fields),
                  ObjectNode.class));
    } catch (ElasticsearchException e) {
      if (e.status() != NOT_FOUND) {
        throw refused(id, e);
      }
    }
  }

  /**
   * @return false where there was none
   */
  boolean remove(String id) {
    return connection.call(c -> c.delete(d -> d.index(index).id(id).refresh(refresh))).result()
        == Result.Deleted;
  }

  /** Makes what has been written visible to searches. */
  void refresh() {
    connection.call(c -> c.indices().refresh(r -> r.index(index)));
  }

  /** A part of what there is would be taken for all of it: rather no answer than that. */
  List<Kept<ObjectNode>> search(
      Function<SearchRequest.Builder, ObjectBuilder<SearchRequest>> request) {
    return reader
        .search(
            s ->
                request.apply(
                    s.index(index).allowPartialSearchResults(false).seqNoPrimaryTerm(true)))
        .hits()
        .hits()
        .stream()
        .map(
            hit ->
                kept(
                    Objects.requireNonNull(hit.id()),
                    Objects.requireNonNull(hit.source()),
                    hit.seqNo(),
                    hit.primaryTerm()))
        .toList();
  }

  private boolean write(
      String id,
      ObjectNode source,
      Function<IndexRequest.Builder<ObjectNode>, IndexRequest.Builder<ObjectNode>> how) {
    try {
      // Without its alias, Elasticsearch would make an index of that name, without our fields.
      connection.call(
          c ->
              c.index(
                  (IndexRequest.Builder<ObjectNode> i) ->
                      how.apply(
                          i.index(index)
                              .id(id)
                              .requireAlias(true)
                              .refresh(refresh)
                              .document(source))));
      return true;
    } catch (ElasticsearchException e) {
      if (e.status() == CONFLICT) {
        return false;
      }
      throw refused(id, e);
    }
  }

  /** Without Elasticsearch's own words, which may quote what was to be stored. */
  private IllegalArgumentException refused(String id, ElasticsearchException e) {
    return new IllegalArgumentException(
        "%s cannot hold %s (%s, %d): correct that value"
            .formatted(index, id, e.error().type(), e.status()));
  }

  @SuppressWarnings("NullAway") // Both are there wherever they were asked for.
  private static Kept<ObjectNode> kept(String id, ObjectNode source, Long sequence, Long term) {
    return new Kept<>(id, source, sequence, term);
  }
}
