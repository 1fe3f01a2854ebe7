// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.alerts.dispatch;

import org.marsad.alerts.rule.AlertRule;
import org.marsad.alerts.store.DecisionLog;
import org.marsad.alerts.store.DeliveryLog;
import org.marsad.alerts.store.IncidentLog;
import org.marsad.alerts.store.Shelf;
import org.marsad.alerts.subscription.Subscription;

/** What the dispatcher reads and writes. */
public record Stores(
    Shelf<AlertRule> rules,
    Shelf<Subscription> subscriptions,
    Shelf<Heartbeat> heartbeats,
    IncidentLog incidents,
    DecisionLog decisions,
    DeliveryLog deliveries) {}
