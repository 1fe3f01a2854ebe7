// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.index.alerts;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.marsad.alerts.delivery.Delivery;
import org.marsad.alerts.detect.Granularity;
import org.marsad.alerts.incident.Decision;
import org.marsad.alerts.incident.IncidentStep;
import org.marsad.alerts.rule.AlertRule;
import org.marsad.alerts.rule.Cadence;
import org.marsad.model.Filters;

/** Rules, steps and deliveries for tests. */
final class Alerts {
  static final Instant NOW = Instant.parse("2026-05-04T00:00:00Z");

  private Alerts() {}

  static AlertRule rule(String id, Filters filters) {
    return new AlertRule(
        id,
        Map.of("ar", "قاعدة", "en", "A rule"),
        filters,
        Granularity.DAY,
        Cadence.INSTANT,
        true,
        AlertRule.Origin.USER,
        null);
  }

  static IncidentStep step(String ruleId, String incidentId, int number, Instant to) {
    return new IncidentStep(
        incidentId,
        number,
        number == 1 ? IncidentStep.Kind.OPENED : IncidentStep.Kind.UPDATED,
        rule(ruleId, Filters.NONE),
        Granularity.DAY,
        to.minusSeconds(86_400),
        to,
        40,
        8.5,
        40,
        15L,
        0.0001,
        "volume up",
        3,
        false,
        List.of(
            new IncidentStep.HistoryPoint(to.minusSeconds(172_800), null),
            new IncidentStep.HistoryPoint(to.minusSeconds(86_400), 40L)),
        null,
        null);
  }

  static Decision decision(String ruleId, Instant bucket, Decision.Outcome outcome, double p) {
    return new Decision(
        ruleId,
        Granularity.DAY,
        bucket,
        outcome,
        40L,
        100L,
        8.5,
        15L,
        p,
        "volume up",
        3,
        null,
        null,
        bucket.plusSeconds(90_000));
  }

  static Delivery delivery(
      String stepKey, String subscriptionId, Delivery.State state, @Nullable Instant leaseUntil) {
    return new Delivery(
        stepKey, subscriptionId, state, NOW, NOW, false, 0, null, leaseUntil, null, null, null);
  }

  static Delivery sent(String stepKey, String subscriptionId, String batch, Instant at) {
    return new Delivery(
        stepKey,
        subscriptionId,
        Delivery.State.SENT,
        NOW,
        NOW,
        false,
        1,
        batch,
        null,
        at,
        "250 accepted",
        null);
  }
}
