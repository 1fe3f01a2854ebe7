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
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.marsad.model.DocumentKind;

/**
 * Finds what is to be erased, with all that has to be known for it. What was written within the
 * last second may be missing where it is not asked for by id. Thread-safe.
 */
public final class DocumentsToErase {
  private static final int PAGE = 1_000;

  private final IndexConnection connection;

  public DocumentsToErase(IndexConnection connection) {
    this.connection = connection;
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

  /** Of these pseudonyms. */
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

  /** All that an outlet, a network or an import has brought. */
  public List<ErasedDocument> ofSource(String sourceId) {
    return search(Query.of(q -> q.term(t -> t.field("sourceId").value(sourceId))));
  }

  /** Those of all documents whose ids somebody recognises. */
  public List<ErasedDocument> among(Predicate<String> wanted) {
    return search(Query.of(q -> q.matchAll(m -> m)), wanted);
  }

  private List<ErasedDocument> search(Query query) {
    return search(query, id -> true);
  }

  private List<ErasedDocument> search(Query query, Predicate<String> wanted) {
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
      found.addAll(readPage(ids.stream().filter(wanted).toList()));
      after = ids.isEmpty() ? after : ids.get(ids.size() - 1);
    } while (ids.size() == PAGE);
    return found;
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
