// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.alerts.dispatch;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.marsad.alerts.delivery.Delivery;
import org.marsad.alerts.incident.IncidentStep;
import org.marsad.alerts.store.Kept;
import org.marsad.alerts.subscription.Subscription;

/**
 * Fills the outbox: one delivery for each step and subscriber. Their ids are fixed, so that
 * whatever is repeated after a crash creates nothing twice.
 */
final class Handout {
  /** In place of a step's key. */
  static final String CONFIRMATION = "confirmation";

  private static final int MOST_STEPS = 1_000;

  private final Stores stores;
  private final Duration catchUpSettle;

  /** By this program; what one before it asked is in the outbox already. */
  private final Set<String> asked = new HashSet<>();

  Handout(Stores stores, Duration catchUpSettle) {
    this.stores = stores;
    this.catchUpSettle = catchUpSettle;
  }

  void run(Audience audience, Instant now, Tally tally) {
    List<Subscription> all = stores.subscriptions().all().stream().map(Kept::value).toList();
    for (Subscription pending : in(Subscription.State.PENDING, all)) {
      if (!asked.contains(pending.id())) {
        ask(pending, now, tally);
      }
    }
    List<Subscription> confirmed = in(Subscription.State.CONFIRMED, all);
    for (IncidentStep step : stores.incidents().unsent(MOST_STEPS)) {
      Optional<Predicate<Subscription>> hears = audience.of(step, now);
      if (hears.isPresent()) {
        handOut(step, confirmed.stream().filter(hears.get()).toList(), now, tally);
      }
    }
  }

  private void ask(Subscription pending, Instant now, Tally tally) {
    tally.created(
        stores.deliveries().create(Delivery.waiting(CONFIRMATION, pending.id(), now, now, false)));
    asked.add(pending.id());
  }

  private void handOut(IncidentStep step, List<Subscription> to, Instant now, Tally tally) {
    for (Subscription subscriber : to) {
      tally.created(stores.deliveries().create(delivery(step, subscriber, now)));
    }
    stores.incidents().markSent(step.key());
    tally.handedOut();
  }

  private Delivery delivery(IncidentStep step, Subscription to, Instant now) {
    Instant settled = step.catchUp() ? now.plus(catchUpSettle) : now;
    Instant notBefore = Schedule.notBefore(step, to, settled);
    return Delivery.waiting(step.key(), to.id(), now, notBefore, step.catchUp());
  }

  private static List<Subscription> in(Subscription.State state, List<Subscription> all) {
    return all.stream().filter(s -> s.state() == state).toList();
  }
}
