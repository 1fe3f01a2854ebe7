// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.index;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.Time;
import co.elastic.clients.elasticsearch.core.search.Hit;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.marsad.index.Bulk.Operation;

/** Rejections by what they refer to, which is not indexed: those of a source are looked through. */
final class RejectionsOf {
  private static final int PAGE = 1_000;
  private static final Time KEEP = Time.of(t -> t.time("1m"));

  private final IndexConnection connection;
  private final Bulk bulk;

  RejectionsOf(IndexConnection connection, Bulk bulk) {
    this.connection = connection;
    this.bulk = bulk;
  }

  /** Removes those that refer to one of these; returns how many. */
  int remove(Set<String> sources, Set<String> references) {
    connection.call(c -> c.indices().refresh(r -> r.index(IndexNames.REJECTIONS)));
    String view =
        connection
            .call(c -> c.openPointInTime(p -> p.index(IndexNames.REJECTIONS).keepAlive(KEEP)))
            .id();
    List<Operation> found = new ArrayList<>();
    List<FieldValue> after = List.of();
    List<Hit<ObjectNode>> page;
    do {
      page = page(view, sources, after);
      for (Hit<ObjectNode> hit : page) {
        ObjectNode rejection = hit.source();
        if (rejection != null
            && hit.id() != null
            && references.contains(rejection.path("reference").asText())) {
          found.add(Operation.delete(IndexNames.REJECTIONS, hit.id()));
        }
      }
      after = page.isEmpty() ? after : page.get(page.size() - 1).sort();
    } while (page.size() == PAGE);
    connection.call(c -> c.closePointInTime(p -> p.id(view)));
    bulk.send(found).forEach(Tombstone::require);
    return found.size();
  }

  private List<Hit<ObjectNode>> page(String view, Set<String> sources, List<FieldValue> after) {
    List<FieldValue> values = sources.stream().map(FieldValue::of).toList();
    return connection
        .call(
            client ->
                client.search(
                    s -> {
                      s.pit(p -> p.id(view).keepAlive(KEEP))
                          .size(PAGE)
                          .query(q -> q.terms(t -> t.field("sourceId").terms(v -> v.value(values))))
                          .sort(o -> o.field(f -> f.field("_shard_doc")));
                      return after.isEmpty() ? s : s.searchAfter(after);
                    },
                    ObjectNode.class))
        .hits()
        .hits();
  }
}
