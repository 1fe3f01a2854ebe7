// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.index.alerts;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch._types.query_dsl.BoolQuery;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.marsad.alerts.incident.IncidentStep;
import org.marsad.alerts.store.IncidentLog;
import org.marsad.alerts.store.Kept;
import org.marsad.index.IndexConnection;
import org.marsad.index.IndexNames;
import org.marsad.index.query.Reader;
import org.marsad.model.Filters;

/** The steps of incidents in {@link IndexNames#INCIDENTS}. Thread-safe. */
final class IndexedIncidentLog implements IncidentLog {
  private final IndexConnection connection;
  private final Table table;
  private final Reader reader;
  private final Form<IncidentStep> form = new Form<>(IncidentStep.class);

  IndexedIncidentLog(IndexConnection connection) {
    this.connection = connection;
    this.table = new Table(connection, IndexNames.INCIDENTS, false);
    this.reader = new Reader(connection);
  }

  @Override
  public Optional<IncidentStep> find(String key) {
    return table.get(key).flatMap(this::read);
  }

  @Override
  public List<IncidentStep> steps(String incidentId) {
    return read(
        table.search(
            s ->
                s.size(Table.MAX_HITS)
                    .query(q -> q.term(t -> t.field("incidentId").value(incidentId)))
                    .sort(o -> o.field(f -> f.field("number")))));
  }

  @Override
  public List<IncidentStep> latest(@Nullable String ruleId, @Nullable Instant before, int most) {
    List<IncidentStep> found = new ArrayList<>();
    int size = Math.min(most, Table.MAX_HITS);
    int read = size;
    for (int from = 0; read == size && found.size() < most; from += size) {
      if (from + size > Table.MAX_HITS) {
        break;
      }
      List<Kept<ObjectNode>> page = newest(ruleId, before, from, size);
      Set<String> later = before == null ? Set.of() : withStepsFrom(before, page);
      found.addAll(
          read(
              page.stream()
                  .filter(document -> !later.contains(incident(document.value())))
                  .toList()));
      read = page.size();
    }
    return found.subList(0, Math.min(most, found.size()));
  }

  @Override
  public List<IncidentStep> unsent(int most) {
    table.refresh();
    return read(
        table.search(
            s ->
                s.size(Math.min(most, Table.MAX_HITS))
                    .query(q -> q.term(t -> t.field("sent").value(false)))
                    .sort(o -> o.field(f -> f.field("to")))
                    .sort(o -> o.field(f -> f.field("number")))
                    .sort(o -> o.field(f -> f.field("incidentId")))));
  }

  @Override
  public void markSent(String key) {
    table.update(key, Map.of("sent", true));
  }

  @Override
  public Optional<Set<String>> matching(String documentId, Map<String, Filters> filters) {
    return new Matches(connection, documentId).of(filters);
  }

  /** The newest step before an instant of each incident: later ones do not count. */
  private List<Kept<ObjectNode>> newest(
      @Nullable String ruleId, @Nullable Instant before, int from, int size) {
    BoolQuery.Builder query = new BoolQuery.Builder();
    if (ruleId != null) {
      query.filter(q -> q.term(t -> t.field("ruleId").value(ruleId)));
    }
    if (before != null) {
      query.filter(Times.before("to", before));
    }
    Query all = query.build()._toQuery();
    return table.search(
        s ->
            s.from(from)
                .size(size)
                .query(all)
                .collapse(c -> c.field("incidentId"))
                .sort(o -> o.field(f -> f.field("to").order(SortOrder.Desc)))
                .sort(o -> o.field(f -> f.field("number").order(SortOrder.Desc)))
                .sort(o -> o.field(f -> f.field("incidentId"))));
  }

  /** Those of the incidents that went on: their latest step is another. */
  private Set<String> withStepsFrom(Instant time, List<Kept<ObjectNode>> page) {
    List<FieldValue> ids =
        page.stream().map(document -> FieldValue.of(incident(document.value()))).toList();
    Query later =
        Query.of(
            q ->
                q.bool(
                    b ->
                        b.filter(f -> f.terms(t -> t.field("incidentId").terms(v -> v.value(ids))))
                            .filter(Times.from("to", time))));
    Set<String> found = new HashSet<>();
    table
        .search(
            s ->
                s.size(Table.MAX_HITS)
                    .source(o -> o.filter(f -> f.includes("incidentId")))
                    .query(later)
                    .collapse(c -> c.field("incidentId")))
        .forEach(document -> found.add(incident(document.value())));
    return found;
  }

  private static String incident(ObjectNode document) {
    return document.path("incidentId").asText();
  }

  private List<IncidentStep> read(List<Kept<ObjectNode>> documents) {
    return documents.stream().flatMap(document -> read(document).stream()).toList();
  }

  private Optional<IncidentStep> read(Kept<ObjectNode> document) {
    return form.read(document, document.id(), document.value().path("body")).map(Kept::value);
  }
}
