// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.index.benchmark;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch._types.Time;
import co.elastic.clients.elasticsearch.core.search.Hit;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.marsad.index.IndexConnection;
import org.marsad.index.IndexNames;

/** Everything that an index holds, by name, to be held against what it should hold. */
public final class Census {
  private static final int PAGE_SIZE = 5_000;
  private static final Time KEEP_ALIVE = Time.of(t -> t.time("1m"));

  private final IndexConnection connection;

  public Census(IndexConnection connection) {
    this.connection = connection;
  }

  /** The ids of all documents. */
  public Set<String> documents() {
    return values(IndexNames.DOCUMENTS, "id");
  }

  /** What all rejections refer to. */
  public Set<String> rejectedReferences() {
    return values(IndexNames.REJECTIONS, "reference");
  }

  /** The ids of the documents that a search finds at this moment. */
  public Set<String> searchable() {
    return searchable(IndexNames.DOCUMENTS, "id");
  }

  private Set<String> values(String index, String field) {
    connection.call(client -> client.indices().refresh(r -> r.index(index)));
    return searchable(index, field);
  }

  private Set<String> searchable(String index, String field) {
    String view =
        connection
            .call(client -> client.openPointInTime(o -> o.index(index).keepAlive(KEEP_ALIVE)))
            .id();
    try {
      return values(new Page(view, field));
    } finally {
      connection.call(client -> client.closePointInTime(c -> c.id(view)));
    }
  }

  private Set<String> values(Page page) {
    Set<String> values = new HashSet<>();
    List<FieldValue> after = List.of();
    while (true) {
      List<Hit<ObjectNode>> hits = hits(page, after);
      for (Hit<ObjectNode> hit : hits) {
        if (hit.source() != null) {
          values.add(hit.source().path(page.field()).asText());
        }
      }
      if (hits.size() < PAGE_SIZE) {
        return values;
      }
      after = hits.get(hits.size() - 1).sort();
    }
  }

  private record Page(String view, String field) {}

  private List<Hit<ObjectNode>> hits(Page page, List<FieldValue> after) {
    return connection
        .call(
            client ->
                client.search(
                    s -> {
                      s.pit(p -> p.id(page.view()).keepAlive(KEEP_ALIVE)).size(PAGE_SIZE);
                      s.source(f -> f.filter(i -> i.includes(page.field())));
                      s.sort(o -> o.field(f -> f.field("_shard_doc").order(SortOrder.Asc)));
                      return after.isEmpty() ? s : s.searchAfter(after);
                    },
                    ObjectNode.class))
        .hits()
        .hits();
  }
}
