// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.index;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.search.Hit;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.marsad.index.Bulk.Operation;
import org.marsad.model.Deletion;
import org.marsad.model.DocumentKind;

/**
 * Erases documents: a {@link Tombstone} takes the place of each, its former texts are removed, and
 * so are its excerpts in alerts. May be repeated at any time. Thread-safe.
 *
 * <p>Networks tell of the deletion of far more than the index ever holds. So a deletion that comes
 * with the stream leaves a tombstone only where there is a document; an operator's, of which there
 * are few, leaves one in any case, and keeps out what has not come yet.
 */
public final class Erasure {
  private static final int PAGE = 1_000;

  private final IndexConnection connection;
  private final Bulk bulk;
  private final AlertSamples samples;

  public Erasure(IndexConnection connection) {
    this.connection = connection;
    this.bulk = new Bulk(connection);
    this.samples = new AlertSamples(connection);
  }

  /**
   * Carries out what sources tell.
   *
   * @throws IndexUnavailableException some of it may have been done: do all of it again
   */
  void carryOut(List<Deletion> deletions) {
    if (deletions.isEmpty()) {
      return;
    }
    Map<String, Deletion> wishes = new HashMap<>();
    Map<String, Deletion> authors = new HashMap<>();
    for (Deletion deletion : deletions) {
      if (deletion.documentId() != null) {
        wishes.put(deletion.documentId(), deletion);
      } else if (deletion.author() != null) {
        authors.put(deletion.author(), deletion);
      }
    }
    for (ErasedDocument document : byAuthors(authors.keySet())) {
      Deletion wish = authors.get(document.author());
      if (wish != null) {
        wishes.put(document.id(), wish);
      }
    }
    Map<Deletion, List<ErasedDocument>> found =
        read(wishes.keySet()).stream()
            .filter(ErasedDocument::wasThere)
            .collect(
                Collectors.groupingBy(
                    document -> Objects.requireNonNull(wishes.get(document.id()))));
    found.forEach((wish, documents) -> erase(documents, wish.reason(), wish.at()));
  }

  /** What the index holds of these documents, former texts included; all of the ids come back. */
  public List<ErasedDocument> read(Collection<String> ids) {
    List<ErasedDocument> found = new ArrayList<>();
    List<String> all = ids.stream().distinct().toList();
    for (int start = 0; start < all.size(); start += PAGE) {
      found.addAll(readPage(all.subList(start, Math.min(all.size(), start + PAGE))));
    }
    return found;
  }

  private List<ErasedDocument> readPage(List<String> ids) {
    Map<String, ObjectNode> current = get(IndexNames.DOCUMENTS, ids);
    List<String> versions = new ArrayList<>();
    current.forEach(
        (id, source) ->
            IntStream.rangeClosed(1, source.path("version").asInt(1))
                .forEach(version -> versions.add(StoredForm.versionId(id, version))));
    Map<String, ObjectNode> former = get(IndexNames.VERSIONS, versions);
    return ids.stream().map(id -> ErasedDocument.of(id, current.get(id), former)).toList();
  }

  /** Of these pseudonyms; what was written within the last second may be missing. */
  public List<ErasedDocument> byAuthors(Set<String> authors) {
    return authors.isEmpty()
        ? List.of()
        : search(
            Query.of(
                q ->
                    q.terms(
                        t ->
                            t.field("author")
                                .terms(
                                    v -> v.value(authors.stream().map(FieldValue::of).toList())))));
  }

  /**
   * Those that were published, or else captured, before an instant.
   *
   * @param kind null for all
   */
  public List<ErasedDocument> before(Instant time, @Nullable DocumentKind kind) {
    Query early = Query.of(q -> q.range(r -> r.date(d -> d.field("date").lt(time.toString()))));
    return search(
        kind == null
            ? early
            : Query.of(
                q ->
                    q.bool(
                        b ->
                            b.filter(early)
                                .filter(f -> f.term(t -> t.field("kind").value(kind.name()))))));
  }

  private List<ErasedDocument> search(Query query) {
    List<ErasedDocument> found = new ArrayList<>();
    String after = "";
    List<String> ids;
    do {
      String behind = after;
      ids =
          connection
              .call(
                  client ->
                      client.search(
                          s ->
                              s.index(IndexNames.DOCUMENTS)
                                  .size(PAGE)
                                  .query(query)
                                  .source(o -> o.fetch(false))
                                  .sort(o -> o.field(f -> f.field("id")))
                                  .searchAfter(behind),
                          ObjectNode.class))
              .hits()
              .hits()
              .stream()
              .map(Hit::id)
              .filter(Objects::nonNull)
              .toList();
      found.addAll(readPage(ids));
      after = ids.isEmpty() ? after : ids.get(ids.size() - 1);
    } while (ids.size() == PAGE);
    return found;
  }

  /**
   * Erases what {@link #read} found, and keeps out for ever what it did not find.
   *
   * @return how many excerpts in alerts were removed
   */
  public int erase(List<ErasedDocument> documents, String reason, Instant at) {
    List<Operation> tombstones = new ArrayList<>();
    List<Operation> versions = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    for (ErasedDocument document : documents) {
      if (!document.erasedBefore()) {
        tombstones.add(document.tombstone(reason, at).write());
      }
      versions.addAll(Tombstone.withoutVersions(document.id(), document.version()));
      ids.add(document.id());
    }
    bulk.send(tombstones).forEach(Tombstone::require);
    bulk.send(versions).forEach(Tombstone::require);
    return samples.remove(ids);
  }

  /**
   * Removes the rejections that name where these documents came from.
   *
   * @return how many
   */
  public int removeRejections(List<ErasedDocument> documents) {
    Set<String> sources = new HashSet<>();
    Set<String> references = new HashSet<>();
    for (ErasedDocument document : documents) {
      references.addAll(document.references());
      if (document.url() != null) {
        references.add(document.url());
      }
      if (document.sourceId() != null) {
        sources.add(document.sourceId());
      }
    }
    return references.isEmpty() || sources.isEmpty()
        ? 0
        : new RejectionsOf(connection, bulk).remove(sources, references);
  }

  private Map<String, ObjectNode> get(String index, List<String> ids) {
    Map<String, ObjectNode> found = new HashMap<>();
    if (ids.isEmpty()) {
      return found;
    }
    connection
        .call(
            client ->
                client.mget(
                    m -> m.index(index).ids(ids).sourceExcludes("text", "title", "assessment"),
                    ObjectNode.class))
        .docs()
        .forEach(
            item -> {
              if (item.isFailure()) {
                throw new IndexUnavailableException(
                    index + " cannot answer now: " + item.failure().error().reason(), null);
              }
              ObjectNode source = item.result().source();
              if (source != null) {
                found.put(item.result().id(), source);
              }
            });
    return found;
  }
}
