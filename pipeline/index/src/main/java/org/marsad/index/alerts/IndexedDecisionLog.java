// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.index.alerts;

import co.elastic.clients.elasticsearch._types.SortOrder;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.marsad.alerts.incident.Decision;
import org.marsad.alerts.store.DecisionLog;
import org.marsad.alerts.store.Kept;
import org.marsad.index.IndexConnection;
import org.marsad.index.IndexNames;

/** The decisions in {@link IndexNames#DECISIONS}. Thread-safe. */
final class IndexedDecisionLog implements DecisionLog {
  private final Table table;
  private final Form<Decision> form = new Form<>(Decision.class);

  IndexedDecisionLog(IndexConnection connection) {
    this.table = new Table(connection, IndexNames.DECISIONS, false);
  }

  @Override
  public List<Decision> of(String ruleId, Instant before, int most) {
    return table
        .search(
            s ->
                s.size(Math.min(most, Table.MAX_HITS))
                    .query(
                        q ->
                            q.bool(
                                b ->
                                    b.filter(f -> f.term(t -> t.field("ruleId").value(ruleId)))
                                        .filter(Times.before("bucket", before))))
                    .sort(o -> o.field(f -> f.field("bucket").order(SortOrder.Desc))))
        .stream()
        .flatMap(this::read)
        .toList();
  }

  @Override
  public List<Decision> latest() {
    return table
        .search(
            s ->
                s.size(Table.MAX_HITS)
                    .collapse(c -> c.field("ruleId"))
                    .sort(o -> o.field(f -> f.field("bucket").order(SortOrder.Desc))))
        .stream()
        .flatMap(this::read)
        .toList();
  }

  private Stream<Decision> read(Kept<ObjectNode> document) {
    return form.read(document, document.id(), document.value()).stream().map(Kept::value);
  }

  @Override
  public Optional<Instant> lastDecidedAt() {
    return table
        .search(
            s ->
                s.size(1)
                    .trackTotalHits(t -> t.enabled(false))
                    .sort(o -> o.field(f -> f.field("decidedAt").order(SortOrder.Desc))))
        .stream()
        .map(document -> Instant.parse(document.value().path("decidedAt").asText()))
        .findFirst();
  }
}
