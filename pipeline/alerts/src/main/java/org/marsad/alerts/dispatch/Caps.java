// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.alerts.dispatch;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.marsad.alerts.store.DeliveryLog;
import org.marsad.alerts.subscription.Subscription;

/** How many messages may still go out, to a subscriber today and to all in this hour. */
final class Caps {
  private static final Duration HOUR = Duration.ofHours(1);

  private final DeliveryLog log;
  private int leftThisHour;

  Caps(DeliveryLog log, int hourlyCap, Instant now) {
    this.log = log;
    this.leftThisHour = hourlyCap - log.messagesSince("", now.minus(HOUR));
  }

  /** Counts a message in, where there is room for it. */
  boolean takeOfHour() {
    if (leftThisHour <= 0) {
      return false;
    }
    leftThisHour--;
    return true;
  }

  /** Whether the subscriber has had enough today; what is urgent may come on top, once a day. */
  boolean isDayFull(Subscription to, List<Item> items, Instant now) {
    int most = to.dailyCap() + (items.stream().anyMatch(Item::isUrgent) ? 1 : 0);
    return log.messagesSince(to.id(), Schedule.today(to, now)) >= most;
  }
}
