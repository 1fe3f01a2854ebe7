// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.alerts.dispatch;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.marsad.alerts.store.DeliveryLog;
import org.marsad.alerts.subscription.Subscription;

/** How many messages may still go out, to a subscriber today and to all in this hour. */
final class Caps {
  private static final Duration HOUR = Duration.ofHours(1);

  private final DeliveryLog log;
  private final int hourlyCap;
  private final Instant now;

  /** Asked for only when something is to be sent. */
  private @Nullable Integer leftThisHour;

  Caps(DeliveryLog log, int hourlyCap, Instant now) {
    this.log = log;
    this.hourlyCap = hourlyCap;
    this.now = now;
  }

  /** Counts a message in, where there is room for it. */
  boolean takeOfHour() {
    int left =
        leftThisHour == null ? hourlyCap - log.messagesSince("", now.minus(HOUR)) : leftThisHour;
    leftThisHour = left - 1;
    return left > 0;
  }

  /** Whether the subscriber has had enough today; what is urgent may come on top, once a day. */
  boolean isDayFull(Subscription to, List<Item> items, Instant now) {
    int most = to.dailyCap() + (items.stream().anyMatch(Item::isUrgent) ? 1 : 0);
    return log.messagesSince(to.id(), Schedule.today(to, now)) >= most;
  }
}
