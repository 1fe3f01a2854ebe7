// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.alerts.dispatch.memory;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.marsad.alerts.delivery.Delivery;
import org.marsad.alerts.delivery.Delivery.State;
import org.marsad.alerts.store.DeliveryLog;
import org.marsad.alerts.store.Kept;

/** An outbox that is gone with the program. */
public final class MemoryDeliveries implements DeliveryLog {
  private final MemoryShelf<Delivery> shelf;

  public MemoryDeliveries(Power power) {
    this.shelf = new MemoryShelf<>(power);
  }

  @Override
  public boolean create(Delivery delivery) {
    return shelf.create(delivery.id(), delivery);
  }

  @Override
  public Optional<Kept<Delivery>> find(String id) {
    return shelf.find(id);
  }

  @Override
  public List<Kept<Delivery>> due(Instant now, int most) {
    return shelf.all().stream()
        .filter(kept -> isDue(kept.value(), now))
        .sorted(Comparator.comparing(kept -> kept.value().notBefore()))
        .limit(most)
        .toList();
  }

  private static boolean isDue(Delivery delivery, Instant now) {
    Instant lease = delivery.leaseUntil();
    return switch (delivery.state()) {
      case WAITING -> !delivery.notBefore().isAfter(now);
      case SENDING -> lease != null && !lease.isAfter(now);
      case SENT, FAILED, DROPPED -> false;
    };
  }

  @Override
  public boolean replace(Kept<Delivery> former, Delivery value) {
    return shelf.replace(former, value);
  }

  @Override
  public List<Delivery> receipts(String subscriptionId, int most) {
    return of(subscriptionId)
        .sorted(Comparator.comparing(Delivery::created).reversed())
        .limit(most)
        .toList();
  }

  @Override
  public List<Delivery> ofSteps(Collection<String> stepKeys, int most) {
    return of("")
        .filter(delivery -> stepKeys.contains(delivery.stepKey()))
        .sorted(Comparator.comparing(Delivery::created).reversed())
        .limit(most)
        .toList();
  }

  @Override
  public int messagesSince(String subscriptionId, Instant since) {
    return (int)
        of(subscriptionId)
            .filter(d -> d.sentAt() != null && !d.sentAt().isBefore(since))
            .map(Delivery::batch)
            .distinct()
            .count();
  }

  /** How many are in a state. */
  public long count(State state) {
    return of("").filter(d -> d.state() == state).count();
  }

  private Stream<Delivery> of(String subscriptionId) {
    return shelf.all().stream()
        .map(Kept::value)
        .filter(d -> subscriptionId.isEmpty() || d.subscriptionId().equals(subscriptionId));
  }
}
