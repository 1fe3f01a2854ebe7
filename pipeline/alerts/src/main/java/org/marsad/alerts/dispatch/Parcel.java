// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.alerts.dispatch;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.marsad.alerts.delivery.Delivery;
import org.marsad.alerts.store.Kept;

/**
 * Deliveries to one subscriber that go out as one message.
 *
 * @param batch of an attempt of which nobody knows what came; null for a first attempt
 * @param deliveries in the order of their ids
 */
record Parcel(String subscriptionId, @Nullable String batch, List<Kept<Delivery>> deliveries) {
  private record Label(String subscriptionId, @Nullable String batch) {}

  /**
   * Whatever is due to a subscriber at once goes in one parcel; what was sent together before a
   * crash stays together, and waits until all of it is free again. Old news that still wait for
   * each other go with the first that are due.
   *
   * @param found those that are due now, will be shortly, or are being sent, oldest first
   */
  static List<Parcel> of(List<Kept<Delivery>> found, Instant now) {
    Map<Label, List<Kept<Delivery>>> labelled = new LinkedHashMap<>();
    for (Kept<Delivery> kept : found) {
      Label label = new Label(kept.value().subscriptionId(), kept.value().batch());
      labelled.computeIfAbsent(label, l -> new ArrayList<>()).add(kept);
    }
    List<Parcel> parcels = new ArrayList<>();
    labelled.forEach(
        (label, kept) -> {
          List<Kept<Delivery>> ready = label.batch() == null ? fresh(kept, now) : again(kept, now);
          if (!ready.isEmpty()) {
            parcels.add(new Parcel(label.subscriptionId(), label.batch(), ready));
          }
        });
    return parcels;
  }

  private static List<Kept<Delivery>> fresh(List<Kept<Delivery>> waiting, Instant now) {
    if (waiting.stream().noneMatch(kept -> isDue(kept.value(), now))) {
      return List.of();
    }
    return waiting.stream()
        .filter(kept -> isDue(kept.value(), now) || isSettling(kept.value()))
        .sorted(Comparator.comparing(Kept::id))
        .toList();
  }

  private static List<Kept<Delivery>> again(List<Kept<Delivery>> leased, Instant now) {
    if (!leased.stream().allMatch(kept -> isDue(kept.value(), now))) {
      return List.of();
    }
    return leased.stream().sorted(Comparator.comparing(Kept::id)).toList();
  }

  private static boolean isDue(Delivery delivery, Instant now) {
    Instant from = delivery.leaseUntil() == null ? delivery.notBefore() : delivery.leaseUntil();
    return !from.isAfter(now);
  }

  private static boolean isSettling(Delivery delivery) {
    return delivery.catchUp() && delivery.attempts() == 0;
  }
}
