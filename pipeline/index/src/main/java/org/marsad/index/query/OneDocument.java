// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.index.query;

import co.elastic.clients.elasticsearch.core.search.Hit;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.marsad.index.IndexNames;
import org.marsad.index.Tombstone;

/** Reads single documents as they are, were, or are no more; see {@link DocumentQueries}. */
final class OneDocument {
  private OneDocument() {}

  static Optional<StoredDocument> find(Reader reader, String id) {
    return reader.get(IndexNames.DOCUMENTS, List.of(id)).stream()
        .filter(source -> !isErased(source))
        .map(Reader::document)
        .findFirst();
  }

  static List<String> idsAt(Reader reader, String url) {
    return reader
        .search(
            s ->
                s.index(IndexNames.DOCUMENTS)
                    .size(DocumentQueries.MAX_HITS)
                    .query(q -> q.term(t -> t.field("url").value(url))))
        .hits()
        .hits()
        .stream()
        .map(Hit::id)
        .filter(Objects::nonNull)
        .toList();
  }

  static Optional<Tombstone> tombstone(Reader reader, String id) {
    return reader.get(IndexNames.DOCUMENTS, List.of(id)).stream()
        .filter(OneDocument::isErased)
        .map(source -> Reader.decode(source, Tombstone.class))
        .findFirst();
  }

  static List<StoredDocument> history(Reader reader, String id) {
    int versions = find(reader, id).map(StoredDocument::version).orElse(1);
    return reader
        .get(
            IndexNames.VERSIONS,
            IntStream.range(1, versions).mapToObj(version -> id + "@" + version).toList())
        .stream()
        .map(Reader::document)
        .toList();
  }

  private static boolean isErased(ObjectNode source) {
    return source.path("erased").asBoolean();
  }
}
