// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.alerts.dispatch;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.marsad.alerts.delivery.Delivery;
import org.marsad.alerts.incident.IncidentStep;
import org.marsad.alerts.rule.AlertRule;
import org.marsad.alerts.subscription.Subscription;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Who is to hear of a step. */
final class Audience {
  private static final Logger LOG = LoggerFactory.getLogger(Audience.class);

  /** A document is written to the index seconds after its escalation. */
  private static final Duration VISIBLE_WITHIN = Duration.ofMinutes(10);

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
    Set<String> matching = new HashSet<>();
    for (AlertRule rule : rules.values()) {
      if (!rule.enabled() || rule.isMuted(now)) {
        continue;
      }
      Optional<Boolean> matches = matches(step.documentId(), rule);
      if (matches.isEmpty()) {
        return Optional.empty();
      }
      if (matches.get()) {
        matching.add(rule.id());
      }
    }
    return Optional.of(matching);
  }

  /** A query that the index finds faulty is its own rule's matter; its words are no log's. */
  private Optional<Boolean> matches(String documentId, AlertRule rule) {
    try {
      return stores.incidents().matches(documentId, rule.filters());
    } catch (IllegalArgumentException faulty) {
      LOG.warn("The query of rule {} cannot be asked of an escalated text", rule.id());
      return Optional.of(false);
    }
  }

  /** The end of an incident is news only for those who know that it began. */
  private Predicate<Subscription> told(IncidentStep end) {
    List<String> former =
        stores.incidents().steps(end.incidentId()).stream()
            .filter(step -> step.number() < end.number())
            .map(IncidentStep::key)
            .toList();
    return to -> former.stream().anyMatch(key -> wasTold(key, to));
  }

  private boolean wasTold(String stepKey, Subscription to) {
    return stores
        .deliveries()
        .find(Delivery.id(stepKey, to.id()))
        .filter(kept -> isTold(kept.value()))
        .isPresent();
  }

  private static boolean isTold(Delivery delivery) {
    return delivery.state() != Delivery.State.DROPPED && delivery.state() != Delivery.State.FAILED;
  }
}
