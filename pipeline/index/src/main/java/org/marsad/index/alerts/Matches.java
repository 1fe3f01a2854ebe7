// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.index.alerts;

import co.elastic.clients.elasticsearch.core.msearch.MultiSearchResponseItem;
import co.elastic.clients.elasticsearch.core.msearch.RequestItem;
import co.elastic.clients.elasticsearch.core.search.TotalHits;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.marsad.index.IndexConnection;
import org.marsad.index.IndexNames;
import org.marsad.index.query.QueryBuilder;
import org.marsad.model.Filters;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks of one document which filters it meets, many in one request. */
final class Matches {
  private static final Logger LOG = LoggerFactory.getLogger(Matches.class);
  private static final int SEARCHES_PER_REQUEST = 200;

  private final IndexConnection connection;
  private final String documentId;

  Matches(IndexConnection connection, String documentId) {
    this.connection = connection;
    this.documentId = documentId;
  }

  /**
   * @return the names; empty where the document cannot be found
   */
  Optional<Set<String>> of(Map<String, Filters> filters) {
    // What was written a moment ago may be there without being visible.
    connection.call(c -> c.indices().refresh(r -> r.index(IndexNames.DOCUMENTS)));
    if (!isThere()) {
      return Optional.empty();
    }
    Set<String> met = new HashSet<>();
    List<Map.Entry<String, Filters>> asked = List.copyOf(filters.entrySet());
    for (int start = 0; start < asked.size(); start += SEARCHES_PER_REQUEST) {
      List<Map.Entry<String, Filters>> batch =
          asked.subList(start, Math.min(start + SEARCHES_PER_REQUEST, asked.size()));
      List<RequestItem> searches = batch.stream().map(one -> search(one.getValue())).toList();
      List<MultiSearchResponseItem<ObjectNode>> answers =
          connection.call(c -> c.msearch(m -> m.searches(searches), ObjectNode.class)).responses();
      for (int i = 0; i < batch.size(); i++) {
        String name = batch.get(i).getKey();
        if (isMet(name, answers.get(i))) {
          met.add(name);
        }
      }
    }
    return Optional.of(met);
  }

  private boolean isThere() {
    return connection
        .call(c -> c.exists(e -> e.index(IndexNames.DOCUMENTS).id(documentId)))
        .value();
  }

  private RequestItem search(Filters filters) {
    return RequestItem.of(
        r ->
            r.header(h -> h.index(IndexNames.DOCUMENTS).allowPartialSearchResults(false))
                .body(
                    s ->
                        s.size(0)
                            .query(
                                q ->
                                    q.bool(
                                        b ->
                                            b.filter(f -> f.ids(i -> i.values(documentId)))
                                                .filter(QueryBuilder.query(filters))))));
  }

  private static boolean isMet(String name, MultiSearchResponseItem<ObjectNode> answer) {
    if (answer.isFailure()) {
      // Without Elasticsearch's words, which may quote the query.
      LOG.warn("The query of rule {} cannot be asked of an escalated text", name);
      return false;
    }
    TotalHits total = answer.result().hits().total();
    return total != null && total.value() > 0;
  }
}
