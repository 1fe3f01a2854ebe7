// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.dashboards.alerts;

import org.marsad.alerts.dispatch.Heartbeat;
import org.marsad.alerts.feedback.Verdict;
import org.marsad.alerts.incident.Preview;
import org.marsad.alerts.rule.AlertRule;
import org.marsad.alerts.store.DecisionLog;
import org.marsad.alerts.store.DeliveryLog;
import org.marsad.alerts.store.IncidentLog;
import org.marsad.alerts.store.Shelf;
import org.marsad.alerts.subscription.Subscription;
import org.marsad.alerts.subscription.Subscriptions;
import org.marsad.alerts.subscription.Tokens;
import org.marsad.model.search.SavedSearch;

/**
 * What the dashboard needs of alerting.
 *
 * @param verdicts by the id of their incident
 * @param heartbeats the one of the dispatcher, by {@link Heartbeat#ID}
 * @param subscribers what {@code subscriptions} keeps, to be listed
 * @param tokens those of {@code subscriptions}
 * @param searches what a rule may be made of
 */
public record AlertParts(
    Shelf<AlertRule> rules,
    Shelf<Verdict> verdicts,
    Shelf<Heartbeat> heartbeats,
    IncidentLog incidents,
    DecisionLog decisions,
    DeliveryLog deliveries,
    Preview preview,
    Shelf<Subscription> subscribers,
    Subscriptions subscriptions,
    Tokens tokens,
    Shelf<SavedSearch> searches) {}
