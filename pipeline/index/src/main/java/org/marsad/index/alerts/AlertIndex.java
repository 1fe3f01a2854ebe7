// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.index.alerts;

import org.marsad.alerts.dispatch.Heartbeat;
import org.marsad.alerts.feedback.Verdict;
import org.marsad.alerts.incident.CountSource;
import org.marsad.alerts.rule.AlertRule;
import org.marsad.alerts.store.DecisionLog;
import org.marsad.alerts.store.DeliveryLog;
import org.marsad.alerts.store.IncidentLog;
import org.marsad.alerts.store.Shelf;
import org.marsad.alerts.subscription.Subscription;
import org.marsad.index.IndexConnection;
import org.marsad.index.IndexNames;
import org.marsad.model.search.SavedSearch;

/** All that alerting keeps in the index. Thread-safe, and so are its parts. */
public final class AlertIndex {
  private final IndexConnection connection;

  public AlertIndex(IndexConnection connection) {
    this.connection = connection;
  }

  public Shelf<AlertRule> rules() {
    return shelf("rule", AlertRule.class);
  }

  public Shelf<Subscription> subscriptions() {
    return shelf("subscription", Subscription.class);
  }

  public Shelf<Verdict> verdicts() {
    return shelf("verdict", Verdict.class);
  }

  public Shelf<Heartbeat> heartbeats() {
    return shelf("heartbeat", Heartbeat.class);
  }

  public Shelf<SavedSearch> searches() {
    return shelf("search", SavedSearch.class);
  }

  public IncidentLog incidents() {
    return new IndexedIncidentLog(connection);
  }

  public DecisionLog decisions() {
    return new IndexedDecisionLog(connection);
  }

  public DeliveryLog deliveries() {
    return new IndexedDeliveryLog(connection);
  }

  public CountSource counts() {
    return new IndexedCounts(connection);
  }

  private <T extends Record> Shelf<T> shelf(String type, Class<T> valueType) {
    return new IndexedShelf<>(connection, IndexNames.REGISTRY, type, valueType);
  }
}
