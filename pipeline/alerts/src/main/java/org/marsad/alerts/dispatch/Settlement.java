// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.alerts.dispatch;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.marsad.alerts.channel.UndeliveredException;
import org.marsad.alerts.channel.UndeliveredException.Remedy;
import org.marsad.alerts.delivery.Delivery;
import org.marsad.alerts.store.DeliveryLog;
import org.marsad.alerts.store.Kept;
import org.marsad.alerts.store.Shelf;
import org.marsad.alerts.subscription.Subscription;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes down what came of an attempt. */
final class Settlement {
  private static final Logger LOG = LoggerFactory.getLogger(Settlement.class);

  /** Permanent refusals in a row after which an address is given up. */
  private static final int MOST_REFUSALS = 3;

  private final DeliveryLog log;
  private final Shelf<Subscription> subscriptions;
  private final Faults faults;
  private final Clock clock;

  Settlement(Stores stores, Faults faults, Clock clock) {
    this.log = stores.deliveries();
    this.subscriptions = stores.subscriptions();
    this.faults = faults;
    this.clock = clock;
  }

  void sent(List<Item> items, String message, Subscription to, String receipt, Tally tally) {
    faults.working(to.channel());
    Instant now = clock.instant();
    for (Item item : items) {
      change(item, message, delivery -> delivery.sent(now, receipt));
    }
    tally.sent(items.size());
    if (to.failures() > 0) {
      failures(to.id(), times -> 0);
    }
  }

  void undelivered(
      List<Item> items, String message, Subscription to, UndeliveredException e, Tally tally) {
    String fault = String.valueOf(e.getMessage());
    LOG.warn("Subscriber {} was not reached by {}: {}", to.id(), to.channel(), fault);
    if (e.remedy() == Remedy.OPERATOR) {
      faults.broken(to.channel(), fault);
    }
    int attempts = items.stream().mapToInt(i -> i.delivery().attempts()).max().orElse(0) + 1;
    Instant now = clock.instant();
    Instant next = Schedule.awake(to, now.plus(Backoff.after(attempts, message, e.retryAfter())));
    for (Item item : items) {
      boolean last = item.delivery().attempts() + 1 >= Backoff.MOST_ATTEMPTS;
      if (last || e.remedy() == Remedy.ADDRESS_REFUSED) {
        change(item, message, delivery -> delivery.failed(fault));
        faults.givenUp(now);
        tally.failed();
      } else {
        change(
            item,
            message,
            delivery ->
                e.remedy() == Remedy.REPEAT
                    ? delivery.repeated(next, fault)
                    : delivery.retried(next, fault));
        tally.retried();
      }
    }
    if (e.remedy() == Remedy.ADDRESS_REFUSED) {
      failures(to.id(), times -> times + 1);
    }
  }

  /** Only while it is still ours: after a lease has run out, somebody else settles it. */
  private void change(Item item, String message, UnaryOperator<Delivery> step) {
    Optional<Kept<Delivery>> kept = log.find(item.kept().id());
    if (kept.isPresent()
        && kept.get().value().state() == Delivery.State.SENDING
        && message.equals(kept.get().value().batch())) {
      log.replace(kept.get(), step.apply(kept.get().value()));
    }
  }

  private void failures(String id, UnaryOperator<Integer> step) {
    while (true) {
      Optional<Kept<Subscription>> kept = subscriptions.find(id);
      if (kept.isEmpty()) {
        return;
      }
      Subscription former = kept.get().value();
      Subscription counted = former.failed(step.apply(former.failures()));
      boolean bounced =
          counted.failures() >= MOST_REFUSALS && former.state() == Subscription.State.CONFIRMED;
      if (subscriptions.replace(
          kept.get(), bounced ? counted.in(Subscription.State.BOUNCED) : counted)) {
        return;
      }
    }
  }
}
