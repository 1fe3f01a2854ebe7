// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.alerts.dispatch;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.marsad.alerts.channel.UndeliveredException;
import org.marsad.alerts.delivery.Delivery;
import org.marsad.alerts.store.DeliveryLog;
import org.marsad.alerts.subscription.ChannelKind;
import org.marsad.alerts.subscription.Subscription;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the operator of each kind of trouble once, and again every day while it lasts: in the log,
 * and by e-mail where an address is given. What was mailed is kept among the receipts, so that a
 * program that starts again and again does not mail each time.
 */
final class OperatorNotice {
  /** In place of a subscription's id. */
  static final String OPERATOR = "operator";

  private static final Logger LOG = LoggerFactory.getLogger(OperatorNotice.class);
  private static final String KEY = "trouble-";
  private static final Duration AGAIN = Duration.ofDays(1);
  private static final Duration RETRY = Duration.ofMinutes(15);
  private static final int MOST_RECEIPTS = 100;

  private final DeliveryLog log;
  private final Postman postman;
  private final @Nullable Subscription operator;
  private final Clock clock;

  /** When a kind is to be told next. */
  private final Map<String, Instant> next = new HashMap<>();

  OperatorNotice(DeliveryLog log, Postman postman, DispatchSettings settings, Clock clock) {
    this.log = log;
    this.postman = postman;
    this.operator = operator(settings);
    this.clock = clock;
  }

  void tell(List<Trouble> troubles) {
    Instant now = clock.instant();
    next.keySet().retainAll(troubles.stream().map(Trouble::kind).collect(Collectors.toSet()));
    List<Trouble> untold =
        troubles.stream()
            .filter(t -> !now.isBefore(next.getOrDefault(t.kind(), Instant.MIN)))
            .toList();
    if (untold.isEmpty()) {
      return;
    }
    untold.forEach(trouble -> LOG.error("Alerting is in trouble: {}", trouble.text()));
    Map<String, Instant> mailed = operator == null ? Map.of() : mailed(now);
    List<Trouble> unmailed = untold.stream().filter(t -> !mailed.containsKey(t.kind())).toList();
    boolean told = operator == null || unmailed.isEmpty() || mail(unmailed, operator, now);
    for (Trouble trouble : untold) {
      Instant since = mailed.getOrDefault(trouble.kind(), now);
      next.put(trouble.kind(), since.plus(told ? AGAIN : RETRY));
    }
  }

  /** When the operator was last told of each kind, by this program or the one before. */
  private Map<String, Instant> mailed(Instant now) {
    Map<String, Instant> times = new HashMap<>();
    for (Delivery receipt : log.receipts(OPERATOR, MOST_RECEIPTS)) {
      Instant at = receipt.sentAt();
      String key = receipt.stepKey();
      if (at != null && at.isAfter(now.minus(AGAIN)) && key.startsWith(KEY)) {
        times.merge(
            key.substring(KEY.length(), key.lastIndexOf('@')), at, (a, b) -> a.isAfter(b) ? a : b);
      }
    }
    return times;
  }

  private boolean mail(List<Trouble> unmailed, Subscription to, Instant now) {
    String id = KEY + now.toEpochMilli();
    try {
      postman.report(id, unmailed.stream().map(Trouble::text).toList(), to);
    } catch (UndeliveredException e) {
      LOG.error("The operator was not told: {}", e.getMessage());
      return false;
    }
    for (Trouble trouble : unmailed) {
      log.create(
          Delivery.waiting(KEY + trouble.kind() + "@" + now, OPERATOR, now, now, false)
              .claimed(id, now)
              .sent(now, "told"));
    }
    return true;
  }

  private static @Nullable Subscription operator(DispatchSettings settings) {
    return settings.operatorAddress() == null
        ? null
        : new Subscription(
            OPERATOR,
            ChannelKind.EMAIL,
            settings.operatorAddress(),
            List.of(),
            settings.operatorLanguage(),
            "UTC",
            null,
            null,
            1,
            Subscription.State.CONFIRMED,
            Instant.EPOCH,
            0);
  }
}
