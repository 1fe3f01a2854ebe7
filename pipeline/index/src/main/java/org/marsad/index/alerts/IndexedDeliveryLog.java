// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.index.alerts;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch._types.query_dsl.BoolQuery;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.marsad.alerts.delivery.Delivery;
import org.marsad.alerts.store.DeliveryLog;
import org.marsad.alerts.store.Kept;
import org.marsad.index.IndexConnection;
import org.marsad.index.IndexNames;
import org.marsad.index.query.Reader;

/**
 * The outbox in {@link IndexNames#DELIVERIES}. Thread-safe.
 *
 * <p>Searches see all that was written before, since they refresh the index: there are fewer of
 * them than of writes.
 */
final class IndexedDeliveryLog implements DeliveryLog {
  private static final String STATE = "state";

  private final Table table;
  private final Reader reader;
  private final Form<Delivery> form = new Form<>(Delivery.class);

  IndexedDeliveryLog(IndexConnection connection) {
    this.table = new Table(connection, IndexNames.DELIVERIES, false);
    this.reader = new Reader(connection);
  }

  @Override
  public boolean create(Delivery delivery) {
    return table.create(delivery.id(), form.write(delivery));
  }

  @Override
  public Optional<Kept<Delivery>> find(String id) {
    return table.get(id).flatMap(found -> form.read(found, id, found.value()));
  }

  @Override
  public List<Kept<Delivery>> due(Instant now, int most) {
    table.refresh();
    return table
        .search(
            s ->
                s.size(Math.min(most, Table.MAX_HITS))
                    .query(
                        q ->
                            q.bool(
                                b ->
                                    b.should(
                                            both(
                                                is(Delivery.State.WAITING),
                                                Times.until("notBefore", now)))
                                        .should(
                                            both(
                                                is(Delivery.State.SENDING),
                                                Times.until("leaseUntil", now)))
                                        .minimumShouldMatch("1")))
                    .sort(o -> o.field(f -> f.field("created")))
                    .sort(o -> o.field(f -> f.field("stepKey")))
                    .sort(o -> o.field(f -> f.field("subscriptionId"))))
        .stream()
        .flatMap(document -> form.read(document, document.id(), document.value()).stream())
        .toList();
  }

  @Override
  public boolean replace(Kept<Delivery> former, Delivery value) {
    return table.replace(former.id(), former.sequence(), former.term(), form.write(value));
  }

  @Override
  public List<Delivery> receipts(String subscriptionId, int most) {
    table.refresh();
    Query query = sentTo(subscriptionId).build()._toQuery();
    return table
        .search(
            s ->
                s.size(Math.min(most, Table.MAX_HITS))
                    .query(query)
                    .sort(o -> o.field(f -> f.field("sentAt").order(SortOrder.Desc)))
                    .sort(o -> o.field(f -> f.field("stepKey"))))
        .stream()
        .flatMap(document -> form.read(document, document.id(), document.value()).stream())
        .map(Kept::value)
        .toList();
  }

  @Override
  public List<Delivery> ofSteps(Collection<String> stepKeys, int most) {
    table.refresh();
    List<FieldValue> keys = stepKeys.stream().map(FieldValue::of).toList();
    return table
        .search(
            s ->
                s.size(Math.min(most, Table.MAX_HITS))
                    .query(q -> q.terms(t -> t.field("stepKey").terms(v -> v.value(keys))))
                    .sort(o -> o.field(f -> f.field("created").order(SortOrder.Desc)))
                    .sort(o -> o.field(f -> f.field("stepKey"))))
        .stream()
        .flatMap(document -> form.read(document, document.id(), document.value()).stream())
        .map(Kept::value)
        .toList();
  }

  /** Of all subscribers where none is named. */
  private static BoolQuery.Builder sentTo(String subscriptionId) {
    BoolQuery.Builder sent = new BoolQuery.Builder().filter(is(Delivery.State.SENT));
    return subscriptionId.isEmpty() ? sent : sent.filter(to(subscriptionId));
  }

  @Override
  public int messagesSince(String subscriptionId, Instant since) {
    table.refresh();
    Query sent = sentTo(subscriptionId).filter(Times.from("sentAt", since)).build()._toQuery();
    return (int)
        Reader.aggregate(
                reader
                    .search(
                        s ->
                            s.index(IndexNames.DELIVERIES)
                                .size(0)
                                .query(sent)
                                .aggregations(
                                    "messages", a -> a.cardinality(c -> c.field("batch"))))
                    .aggregations(),
                "messages")
            .cardinality()
            .value();
  }

  private static Query is(Delivery.State state) {
    return Query.of(q -> q.term(t -> t.field(STATE).value(state.name())));
  }

  private static Query to(String subscriptionId) {
    return Query.of(q -> q.term(t -> t.field("subscriptionId").value(subscriptionId)));
  }

  private static Query both(Query one, Query other) {
    return Query.of(q -> q.bool(b -> b.filter(one).filter(other)));
  }
}
