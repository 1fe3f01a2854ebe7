// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.index.query;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.Time;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.SearchResponse;
import co.elastic.clients.elasticsearch.core.search.Hit;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import org.marsad.index.IndexNames;
import org.marsad.index.IndexUnavailableException;
import org.marsad.model.Filters;

/**
 * Hands over every document that meets the filters, newest first, as they all were at one moment (a
 * point in time). It holds one batch of them at a time.
 */
final class DocumentStream {
  /** Long texts are some ten kilobytes. */
  private static final int BATCH = 200;

  /** Between two batches; whoever reads more slowly has gone away. */
  private static final Time KEPT = Time.of(t -> t.time("5m"));

  private DocumentStream() {}

  static long of(Reader reader, Filters filters, DocumentQueries.Receiver receiver)
      throws IOException {
    Query query = QueryBuilder.query(filters);
    String moment = reader.openMoment(IndexNames.DOCUMENTS, KEPT);
    try {
      long count = 0;
      List<FieldValue> after = List.of();
      while (true) {
        List<Hit<ObjectNode>> batch = batch(reader, query, moment, after);
        for (Hit<ObjectNode> hit : batch) {
          receiver.accept(Reader.document(hit.source()));
          count++;
        }
        if (batch.size() < BATCH) {
          return count;
        }
        after = batch.get(batch.size() - 1).sort();
      }
    } finally {
      reader.closeMoment(moment);
    }
  }

  private static List<Hit<ObjectNode>> batch(
      Reader reader, Query query, String moment, List<FieldValue> after) {
    SearchResponse<ObjectNode> response =
        reader.search(
            s -> {
              s.pit(p -> p.id(moment).keepAlive(KEPT))
                  .query(query)
                  .sort(Search.order(Sort.NEWEST))
                  .size(BATCH)
                  .trackTotalHits(t -> t.enabled(false))
                  // A part that cannot answer must not make a short file that looks whole.
                  .allowPartialSearchResults(false);
              return after.isEmpty() ? s : s.searchAfter(after);
            });
    if (response.timedOut()) {
      throw new IndexUnavailableException("Elasticsearch took too long for a batch", null);
    }
    return response.hits().hits();
  }
}
