// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.alerts.dispatch;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.marsad.alerts.delivery.Delivery;
import org.marsad.alerts.store.DeliveryLog;

/** Makes sure that of several dispatchers one sends. */
final class Claims {
  /** Longer than the slowest channel takes, a mail server that is slow at each step. */
  static final Duration LEASE = Duration.ofMinutes(10);

  private static final int ID_BYTES = 16;

  private final DeliveryLog log;

  Claims(DeliveryLog log) {
    this.log = log;
  }

  /**
   * Claims what is to go out as one message. The first in order decides who sends: whoever loses it
   * claims nothing, so that two never send different messages under one id.
   *
   * @param items in the order of their ids
   * @return what was claimed; others have the rest
   */
  List<Item> take(List<Item> items, String message, Instant now) {
    List<Item> taken = new ArrayList<>();
    for (Item item : items) {
      Delivery claimed = item.delivery().claimed(message, now.plus(LEASE));
      if (log.replace(item.kept(), claimed)) {
        taken.add(item);
      } else if (taken.isEmpty()) {
        return List.of();
      }
    }
    return taken;
  }

  /** The same deliveries make the same id, also when they are tried again. */
  static String messageId(List<Item> items) {
    String ids = String.join("\n", items.stream().map(item -> item.kept().id()).toList());
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(ids.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, ID_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java runtime has SHA-256", e);
    }
  }
}
