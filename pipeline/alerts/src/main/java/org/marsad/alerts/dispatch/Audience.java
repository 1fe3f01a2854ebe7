// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.alerts.dispatch;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.marsad.alerts.delivery.Delivery;
import org.marsad.alerts.incident.IncidentStep;
import org.marsad.alerts.rule.AlertRule;
import org.marsad.alerts.subscription.Subscription;
import org.marsad.model.Filters;

/** Who is to hear of a step. */
final class Audience {
  /** A document is written to the index seconds after its escalation. */
  private static final Duration VISIBLE_WITHIN = Duration.ofMinutes(10);

  /** Of one incident, as many as a search shows. */
  private static final int MOST_TOLD = 10_000;

  private final Stores stores;
  private final Map<String, AlertRule> rules;

  /**
   * @param rules as they are now, by id
   */
  Audience(Stores stores, Map<String, AlertRule> rules) {
    this.stores = stores;
    this.rules = rules;
  }

  /**
   * @return empty where that cannot be told yet
   */
  Optional<Predicate<Subscription>> of(IncidentStep step, Instant now) {
    AlertRule rule = step.rule();
    if (step.kind() == IncidentStep.Kind.ESCALATED || rule == null) {
      return ofEscalated(step, now);
    }
    if (isMuted(rule, now)) {
      return Optional.of(subscription -> false);
    }
    Predicate<Subscription> hears = subscription -> subscription.hears(rule.id());
    return Optional.of(step.kind() == IncidentStep.Kind.RESOLVED ? hears.and(told(step)) : hears);
  }

  /** Whether nobody is to hear of a rule, by what it says now. */
  boolean isMuted(AlertRule rule, Instant now) {
    return rules.getOrDefault(rule.id(), rule).isMuted(now);
  }

  private Optional<Predicate<Subscription>> ofEscalated(IncidentStep step, Instant now) {
    Optional<Set<String>> matching = matching(step, now);
    if (matching.isPresent()) {
      return Optional.of(to -> matching.get().stream().anyMatch(to::hears));
    }
    return now.isBefore(step.to().plus(VISIBLE_WITHIN))
        ? Optional.empty()
        : Optional.of(to -> to.rules().isEmpty());
  }

  /** The rules that the escalated text meets; empty while the text cannot be found. */
  private Optional<Set<String>> matching(IncidentStep step, Instant now) {
    if (step.documentId() == null) {
      return Optional.empty();
    }
    Map<String, Filters> asked =
        rules.values().stream()
            .filter(rule -> rule.enabled() && !rule.isMuted(now))
            .collect(Collectors.toMap(AlertRule::id, AlertRule::filters));
    return stores.incidents().matching(step.documentId(), asked);
  }

  /** The end of an incident is news only for those who know that it began. */
  private Predicate<Subscription> told(IncidentStep end) {
    List<String> former =
        stores.incidents().steps(end.incidentId()).stream()
            .filter(step -> step.number() < end.number())
            .map(IncidentStep::key)
            .toList();
    Set<String> told =
        stores.deliveries().ofSteps(former, MOST_TOLD).stream()
            .filter(Audience::isTold)
            .map(Delivery::subscriptionId)
            .collect(Collectors.toSet());
    return to -> told.contains(to.id());
  }

  private static boolean isTold(Delivery delivery) {
    return delivery.state() != Delivery.State.DROPPED && delivery.state() != Delivery.State.FAILED;
  }
}
