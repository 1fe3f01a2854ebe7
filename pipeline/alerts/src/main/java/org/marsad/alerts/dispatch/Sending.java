// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.alerts.dispatch;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.marsad.alerts.channel.UndeliveredException;
import org.marsad.alerts.delivery.Delivery;
import org.marsad.alerts.incident.IncidentStep;
import org.marsad.alerts.store.DeliveryLog;
import org.marsad.alerts.store.Kept;
import org.marsad.alerts.subscription.Subscription;

/** Empties the outbox: sends what is due, each subscriber's in one message. */
final class Sending {
  /** As many as Elasticsearch gives at once. */
  private static final int MOST = 10_000;

  /** More than a message ever holds. */
  private static final int MOST_RECEIPTS = 1_000;

  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final Stores stores;
  private final DeliveryLog log;
  private final DispatchSettings settings;
  private final Postman postman;
  private final Claims claims;
  private final Settlement settlement;
  private final Clock clock;

  Sending(
      Stores stores,
      DispatchSettings settings,
      Postman postman,
      Settlement settlement,
      Clock clock) {
    this.stores = stores;
    this.log = stores.deliveries();
    this.settings = settings;
    this.postman = postman;
    this.claims = new Claims(log);
    this.settlement = settlement;
    this.clock = clock;
  }

  /**
   * @param silent ids of outlets with feeds that have fallen silent
   */
  void run(Audience audience, List<String> silent, Instant now, Tally tally) {
    Duration ahead = settings.catchUpSettle().plus(Claims.LEASE);
    Caps caps = new Caps(log, settings.hourlyCap(), now);
    // A step does not change, and many subscribers hear the same.
    Map<String, Optional<IncidentStep>> steps = new HashMap<>();
    Instant end = clock.instant().plus(PATIENCE);
    for (Parcel parcel : Parcel.of(log.due(now.plus(ahead), MOST), now)) {
      if (clock.instant().isAfter(end)) {
        // What is left is due at the next run: one that hangs must not keep the operator unheard.
        return;
      }
      Optional<Kept<Subscription>> to = stores.subscriptions().find(parcel.subscriptionId());
      List<Item> items =
          wanted(parcel, to.map(Kept::value).orElse(null), steps, audience, now, tally);
      if (to.isPresent() && !items.isEmpty()) {
        send(parcel.batch(), items, to.get().value(), silent, caps, clock.instant(), tally);
      }
    }
  }

  private void send(
      @Nullable String batch,
      List<Item> items,
      Subscription to,
      List<String> silent,
      Caps caps,
      Instant now,
      Tally tally) {
    Optional<String> receipt = batch == null ? Optional.empty() : receipt(batch, to);
    if (receipt.isEmpty()) {
      Instant later = later(batch, items, to, caps, now);
      if (later.isAfter(now)) {
        putOff(items, later, tally);
        return;
      }
      if (!caps.takeOfHour()) {
        return;
      }
    }
    String message = batch == null ? Claims.messageId(items) : batch;
    List<Item> claimed = claims.take(items, message, clock.instant());
    if (claimed.isEmpty()) {
      return;
    }
    try {
      String answer =
          receipt.isPresent() ? receipt.get() : postman.deliver(message, claimed, silent, to);
      settlement.sent(claimed, message, to, answer, tally);
    } catch (UndeliveredException e) {
      settlement.undelivered(claimed, message, to, e, tally);
    }
  }

  /** What is not wanted any more is dropped. */
  private List<Item> wanted(
      Parcel parcel,
      @Nullable Subscription to,
      Map<String, Optional<IncidentStep>> steps,
      Audience audience,
      Instant now,
      Tally tally) {
    List<Item> items = new ArrayList<>();
    for (Kept<Delivery> kept : parcel.deliveries()) {
      String key = kept.value().stepKey();
      IncidentStep step =
          key.equals(Handout.CONFIRMATION)
              ? null
              : steps.computeIfAbsent(key, this::step).orElse(null);
      String reason = unwanted(key, step, to, audience, now);
      if (reason == null) {
        items.add(new Item(kept, step));
      } else if (log.replace(kept, kept.value().dropped(reason))) {
        tally.dropped();
      }
    }
    return items;
  }

  private Optional<IncidentStep> step(String key) {
    return stores.incidents().find(key);
  }

  /**
   * @return why not; null where it is wanted
   */
  private static @Nullable String unwanted(
      String key,
      @Nullable IncidentStep step,
      @Nullable Subscription to,
      Audience audience,
      Instant now) {
    if (to == null) {
      return "the subscription is gone";
    }
    if (key.equals(Handout.CONFIRMATION)) {
      return to.state() == Subscription.State.PENDING ? null : "nothing to confirm any more";
    }
    if (to.state() != Subscription.State.CONFIRMED) {
      return "the subscription is " + to.state();
    }
    if (step == null) {
      return "the incident is gone";
    }
    return step.rule() != null && audience.isMuted(step.rule(), now) ? "the rule is muted" : null;
  }

  /** After a crash between the marks of one message, those that were marked tell of the others. */
  private Optional<String> receipt(String batch, Subscription to) {
    return log.receipts(to.id(), MOST_RECEIPTS).stream()
        .filter(d -> d.state() == Delivery.State.SENT && batch.equals(d.batch()))
        .map(d -> String.valueOf(d.receipt()))
        .findFirst();
  }

  /**
   * When they may go: now, or later. A request for confirmation was asked for just now, so it does
   * not wait; what may have been sent already was within the cap.
   */
  private static Instant later(
      @Nullable String batch, List<Item> items, Subscription to, Caps caps, Instant now) {
    if (items.get(0).step() == null) {
      return now;
    }
    Instant awake = Schedule.awake(to, now);
    boolean full = batch == null && caps.isDayFull(to, items, now);
    return full ? Schedule.tomorrow(to, now) : awake;
  }

  private void putOff(List<Item> items, Instant until, Tally tally) {
    for (Item item : items) {
      if (log.replace(item.kept(), item.delivery().putOff(until))) {
        tally.putOff();
      }
    }
  }
}
