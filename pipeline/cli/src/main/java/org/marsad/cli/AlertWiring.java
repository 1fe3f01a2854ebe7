// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.cli;

import java.time.Clock;
import java.util.Optional;
import java.util.function.Function;
import org.marsad.alerts.channel.Channels;
import org.marsad.alerts.incident.Preview;
import org.marsad.alerts.subscription.AddressCheck;
import org.marsad.alerts.subscription.ChannelKind;
import org.marsad.alerts.subscription.Subscriptions;
import org.marsad.alerts.subscription.Tokens;
import org.marsad.dashboards.alerts.AlertParts;
import org.marsad.index.IndexConnection;
import org.marsad.index.alerts.AlertIndex;
import org.marsad.job.settings.AlertSettings;
import org.marsad.model.SecretException;

/** Puts together what people see and change of alerting, for the dashboard and the commands. */
final class AlertWiring {
  private AlertWiring() {}

  /**
   * The ways to people that the settings know.
   *
   * @throws Remedy if a setting of one cannot be used
   */
  static Channels channels(AlertSettings settings, Tokens tokens) {
    try {
      return Channels.of(
          settings.delivery().channels(System.getenv()),
          id -> tokens.issue(Tokens.Purpose.WEBHOOK, id));
    } catch (IllegalArgumentException | SecretException fault) {
      throw new Remedy(String.valueOf(fault.getMessage()), fault);
    }
  }

  /**
   * @param channels those that new subscriptions may be for
   */
  static Subscriptions subscriptions(
      AlertIndex kept,
      Function<ChannelKind, Optional<? extends AddressCheck>> channels,
      Tokens tokens) {
    return new Subscriptions(
        kept.subscriptions(),
        tokens,
        channels,
        id -> kept.rules().find(id).isPresent(),
        Clock.systemUTC());
  }

  static AlertParts parts(IndexConnection index, Channels channels, Tokens tokens) {
    AlertIndex kept = new AlertIndex(index);
    return new AlertParts(
        kept.rules(),
        kept.verdicts(),
        kept.heartbeats(),
        kept.incidents(),
        kept.decisions(),
        kept.deliveries(),
        new Preview(kept.counts(), Clock.systemUTC()),
        kept.subscriptions(),
        subscriptions(kept, channels::of, tokens),
        tokens,
        kept.searches());
  }
}
