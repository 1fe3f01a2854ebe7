// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.index.feedback;

import co.elastic.clients.elasticsearch._types.ErrorCause;
import co.elastic.clients.elasticsearch._types.Refresh;
import co.elastic.clients.elasticsearch.core.BulkResponse;
import co.elastic.clients.elasticsearch.core.bulk.BulkOperation;
import co.elastic.clients.elasticsearch.core.search.Hit;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.marsad.index.IndexConnection;
import org.marsad.index.IndexNames;
import org.marsad.index.IndexUnavailableException;
import org.marsad.index.query.Reader;
import org.marsad.model.Json;

/** The labels in {@link IndexNames#FEEDBACK}. Thread-safe. */
final class Labels {
  private static final int PAGE = 5_000;

  private final IndexConnection connection;
  private final Reader reader;

  Labels(IndexConnection connection) {
    this.connection = connection;
    this.reader = new Reader(connection);
  }

  /** Returns once all of them are stored and seen by searches. */
  void add(List<Label> labels) {
    List<BulkOperation> operations =
        labels.stream()
            .map(
                label ->
                    BulkOperation.of(
                        o ->
                            o.create(
                                c ->
                                    c.index(IndexNames.FEEDBACK)
                                        .id(label.id())
                                        .document(Json.MAPPER.<ObjectNode>valueToTree(label)))))
            .toList();
    BulkResponse answer =
        connection.call(
            c -> c.bulk(b -> b.operations(operations).requireAlias(true).refresh(Refresh.True)));
    if (answer.errors()) {
      throw new IndexUnavailableException(
          "the answer was not stored: Elasticsearch: "
              + answer.items().stream()
                  .map(item -> item.error())
                  .filter(error -> error != null)
                  .map(ErrorCause::type)
                  .findFirst(),
          null);
    }
  }

  /** All that were ever given. */
  List<Label> all() {
    List<Label> found = new ArrayList<>();
    String after = "";
    List<Hit<ObjectNode>> page;
    do {
      String behind = after;
      page =
          reader
              .search(
                  s ->
                      s.index(IndexNames.FEEDBACK)
                          .size(PAGE)
                          .trackTotalHits(t -> t.enabled(false))
                          .sort(o -> o.field(f -> f.field("id")))
                          .searchAfter(behind))
              .hits()
              .hits();
      for (Hit<ObjectNode> hit : page) {
        Label label = Reader.decode(versioned(hit.source()), Label.class);
        found.add(label);
        after = label.id();
      }
    } while (page.size() == PAGE);
    return found;
  }

  /** Before labels named the version of the codebook there was only the first. */
  private static @Nullable ObjectNode versioned(@Nullable ObjectNode label) {
    if (label != null && !label.has("codebook")) {
      label.put("codebook", "1");
    }
    return label;
  }
}
