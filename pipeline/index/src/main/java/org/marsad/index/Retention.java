// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.index;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.search.Hit;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.marsad.index.Bulk.Operation;
import org.marsad.model.DocumentKind;
import org.marsad.model.Pseudonyms;
import org.marsad.model.RetentionPeriods;

/**
 * Erases from the index what was captured longer ago than texts are kept. The time of capture
 * counts: it is how long we have had the text, while a date of publication may say anything.
 *
 * <p>May be interrupted at any time and repeated: a figure is written before its document goes, and
 * under an id that is the document's own, so that nothing is lost from the counts or counted twice
 * for longer than a moment. Documents that come in meanwhile do not matter. Thread-safe.
 */
public final class Retention {
  /** The reason on the tombstones. */
  public static final String REASON = "retention";

  private static final int PAGE = 1_000;

  private final IndexConnection connection;
  private final Pseudonyms ids;
  private final Erasure erasure;
  private final DocumentsToErase documents;
  private final Bulk bulk;

  /**
   * @param ids turn a document's id into its figure's, which without their key leads nowhere
   */
  public Retention(IndexConnection connection, Pseudonyms ids) {
    this.connection = connection;
    this.ids = ids;
    this.erasure = new Erasure(connection);
    this.documents = new DocumentsToErase(connection);
    this.bulk = new Bulk(connection);
  }

  /** What {@link #carryOut} would erase. */
  public ExpiredCounts count(RetentionPeriods periods, Instant now) {
    connection.refresh();
    Map<DocumentKind, Long> counts = new EnumMap<>(DocumentKind.class);
    for (DocumentKind kind : periods.kinds()) {
      counts.put(kind, number(IndexNames.DOCUMENTS, expired(kind, periods, now)));
    }
    return new ExpiredCounts(counts, number(IndexNames.REJECTIONS, old(periods, now)), 0);
  }

  /** How many documents of a kind have their texts in the index. */
  public long held(DocumentKind kind) {
    return number(
        IndexNames.DOCUMENTS, Query.of(q -> q.term(t -> t.field("kind").value(kind.name()))));
  }

  /**
   * @throws IndexUnavailableException some of it may have been done: do it again
   */
  public ExpiredCounts carryOut(RetentionPeriods periods, Instant now) {
    Map<DocumentKind, Long> counts = new EnumMap<>(DocumentKind.class);
    long excerpts = 0;
    for (DocumentKind kind : periods.kinds()) {
      Query query = expired(kind, periods, now);
      long erased = 0;
      List<Hit<ObjectNode>> page = page(IndexNames.DOCUMENTS, query);
      while (!page.isEmpty()) {
        excerpts += erase(page, now);
        erased += page.size();
        page = page(IndexNames.DOCUMENTS, query);
      }
      counts.put(kind, erased);
    }
    return new ExpiredCounts(counts, removeRejections(old(periods, now)), excerpts);
  }

  private int erase(List<Hit<ObjectNode>> page, Instant now) {
    bulk.send(page.stream().map(this::figure).toList()).forEach(Tombstone::require);
    return erasure.erase(documents.read(page.stream().map(Retention::id).toList()), REASON, now);
  }

  private Operation figure(Hit<ObjectNode> document) {
    byte[] bytes = IndexEntry.encode(Figure.of(Objects.requireNonNull(document.source())));
    return Operation.index(IndexNames.FIGURES, ids.of("figure", id(document)), bytes);
  }

  private long removeRejections(Query query) {
    long removed = 0;
    List<Hit<ObjectNode>> page = page(IndexNames.REJECTIONS, query);
    while (!page.isEmpty()) {
      bulk.send(page.stream().map(hit -> Operation.delete(IndexNames.REJECTIONS, id(hit))).toList())
          .forEach(Tombstone::require);
      removed += page.size();
      page = page(IndexNames.REJECTIONS, query);
    }
    return removed;
  }

  private long number(String index, Query query) {
    return connection.call(c -> c.count(n -> n.index(index).query(query))).count();
  }

  /** What was erased before is no longer among them: the alias hides tombstones. */
  private List<Hit<ObjectNode>> page(String index, Query query) {
    connection.refresh();
    return connection
        .call(
            client ->
                client.search(
                    s ->
                        s.index(index)
                            .size(PAGE)
                            .allowPartialSearchResults(false)
                            .query(query)
                            .source(o -> o.filter(f -> f.includes(Figure.SOURCES))),
                    ObjectNode.class))
        .hits()
        .hits();
  }

  private static String id(Hit<ObjectNode> hit) {
    return Objects.requireNonNull(hit.id());
  }

  private static Query expired(DocumentKind kind, RetentionPeriods periods, Instant now) {
    return Query.of(
        q ->
            q.bool(
                b ->
                    b.filter(f -> f.term(t -> t.field("kind").value(kind.name())))
                        .filter(before("captured", periods.horizon(kind, now)))));
  }

  /** A rejection may quote a text of any kind. */
  private static Query old(RetentionPeriods periods, Instant now) {
    return before("at", periods.shortest(now, DocumentKind.values()));
  }

  private static Query before(String field, Instant horizon) {
    return horizon.equals(Instant.MIN)
        ? Query.of(q -> q.matchNone(m -> m))
        : Query.of(q -> q.range(r -> r.date(d -> d.field(field).lt(horizon.toString()))));
  }
}
