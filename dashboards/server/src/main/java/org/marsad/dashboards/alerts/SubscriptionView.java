// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.dashboards.alerts;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.marsad.alerts.rule.Cadence;
import org.marsad.alerts.subscription.ChannelKind;
import org.marsad.alerts.subscription.QuietHours;
import org.marsad.alerts.subscription.Subscription;

/**
 * A subscription as it may be shown.
 *
 * @param address enough of it to be recognised by who knows it, such as a•••@example.org
 */
record SubscriptionView(
    String id,
    ChannelKind channel,
    String address,
    List<String> rules,
    String language,
    String zone,
    @Nullable QuietHours quietHours,
    @Nullable Cadence cadence,
    int dailyCap,
    Subscription.State state,
    Instant created,
    int failures) {
  private static final String HIDDEN = "•••";

  static SubscriptionView of(Subscription subscription) {
    return new SubscriptionView(
        subscription.id(),
        subscription.channel(),
        masked(subscription.channel(), subscription.address()),
        subscription.rules(),
        subscription.language(),
        subscription.zone(),
        subscription.quietHours(),
        subscription.cadence(),
        subscription.dailyCap(),
        subscription.state(),
        subscription.created(),
        subscription.failures());
  }

  /** The path of a web hook is a secret; the last digits of a chat tell it from others. */
  private static String masked(ChannelKind channel, String address) {
    if (address.isBlank()) {
      return "";
    }
    return switch (channel) {
      case EMAIL -> {
        int at = address.lastIndexOf('@');
        yield at < 1
            ? HIDDEN
            : address.substring(0, address.offsetByCodePoints(0, 1))
                + HIDDEN
                + address.substring(at);
      }
      case WEBHOOK, SLACK, MATTERMOST ->
          address.replaceFirst("^([a-zA-Z]+://)(?:[^/@?#]*@)?([^/?#]*).*$", "$1$2/" + HIDDEN);
      case TELEGRAM -> HIDDEN + address.substring(Math.max(0, address.length() - 2));
    };
  }
}
