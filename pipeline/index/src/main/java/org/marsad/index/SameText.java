// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.index;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.SearchResponse;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.marsad.model.Document;
import org.marsad.model.DocumentKind;

/**
 * Finds articles that an outlet has published before under another address, erased ones included:
 * what was erased does not come back so. Only what a search can see is found, which lags by a
 * second: within one run the job itself knows better.
 */
final class SameText {
  /** The most that Elasticsearch gives at once; several outlets may have one and the same text. */
  private static final int MAX_FOUND = 10_000;

  private final IndexConnection connection;

  SameText(IndexConnection connection) {
    this.connection = connection;
  }

  /** The positions of those entries that repeat an article of the same outlet. */
  Set<Integer> find(List<IndexEntry> entries) {
    Map<Integer, Document> articles = new HashMap<>();
    for (int i = 0; i < entries.size(); i++) {
      Document document = entries.get(i).document();
      if (document != null && document.kind() == DocumentKind.ARTICLE && document.url() != null) {
        articles.put(i, document);
      }
    }
    Set<Integer> repeated = new HashSet<>();
    if (articles.isEmpty()) {
      return repeated;
    }
    Map<String, String> known = firstIds(articles);
    articles.forEach(
        (i, article) -> {
          String first = known.get(key(article.sourceId(), article.contentHash()));
          if (first != null && !first.equals(article.id())) {
            repeated.add(i);
          }
        });
    return repeated;
  }

  private Map<String, String> firstIds(Map<Integer, Document> articles) {
    List<FieldValue> hashes =
        articles.values().stream()
            .map(Document::contentHash)
            .distinct()
            .map(FieldValue::of)
            .toList();
    Query sameArticles =
        Query.of(
            q ->
                q.bool(
                    b ->
                        b.filter(
                                f ->
                                    f.terms(
                                        t -> t.field("contentHash").terms(v -> v.value(hashes))))
                            .filter(
                                f ->
                                    f.term(
                                        t -> t.field("kind").value(DocumentKind.ARTICLE.name())))));
    SearchResponse<ObjectNode> found =
        connection.call(
            client ->
                client.search(
                    s ->
                        // Not by the alias, which hides tombstones.
                        s.index(IndexNames.DOCUMENTS + "-*")
                            .size(MAX_FOUND)
                            .trackTotalHits(t -> t.enabled(false))
                            .source(o -> o.filter(f -> f.includes("id", "sourceId", "contentHash")))
                            .query(sameArticles),
                    ObjectNode.class));
    Map<String, String> ids = new HashMap<>();
    found
        .hits()
        .hits()
        .forEach(
            hit -> {
              ObjectNode source = hit.source();
              if (source != null) {
                String sourceId = source.path("sourceId").asText();
                String id = source.path("id").asText();
                for (String hash : ErasedDocument.hashes(source)) {
                  ids.putIfAbsent(key(sourceId, hash), id);
                }
              }
            });
    return ids;
  }

  private static String key(String sourceId, String contentHash) {
    return sourceId + "/" + contentHash;
  }
}
