// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.job.alerts;

import java.io.Serializable;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.marsad.alerts.channel.Channels;
import org.marsad.alerts.dispatch.DispatchSettings;
import org.marsad.alerts.dispatch.Dispatcher;
import org.marsad.alerts.dispatch.HttpPinger;
import org.marsad.alerts.dispatch.Stores;
import org.marsad.alerts.message.KnownNames;
import org.marsad.alerts.message.MessageWriter;
import org.marsad.alerts.rule.AlertRule;
import org.marsad.alerts.store.Shelf;
import org.marsad.alerts.subscription.Subscriptions;
import org.marsad.alerts.subscription.Tokens;
import org.marsad.index.IndexAddress;
import org.marsad.index.IndexConnection;
import org.marsad.index.alerts.AlertIndex;
import org.marsad.index.query.DocumentQueries;
import org.marsad.job.settings.AlertSettings;
import org.marsad.job.settings.DeliverySettings;
import org.marsad.model.Secret;

/** What it takes to bring steps to people, so that it can be put together where the job runs. */
public final class DispatchSetup implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Between two hours that are judged, beside the time that documents get to arrive. */
  private static final Duration ROUNDS_APART = Duration.ofHours(2);

  private final IndexAddress address;
  private final DeliverySettings delivery;
  private final Duration late;
  private final Secret tokenKey;
  private final HashMap<String, String> outlets;

  /**
   * @param tokenKey where it is, as {@link Tokens} wants it
   * @param outlets names by id
   */
  public DispatchSetup(
      IndexAddress address, AlertSettings settings, Secret tokenKey, Map<String, String> outlets) {
    this.address = address;
    this.delivery = settings.delivery();
    this.late = settings.late();
    this.tokenKey = tokenKey;
    this.outlets = new HashMap<>(outlets);
  }

  Duration every() {
    return delivery.every();
  }

  /**
   * @throws IllegalArgumentException if a setting of a channel cannot be used
   * @throws org.marsad.model.SecretException if a secret is not where it should be
   */
  DispatchSession open() {
    Tokens tokens = new Tokens(tokenKey.bytes());
    Channels channels =
        Channels.of(
            delivery.channels(System.getenv()),
            subscription -> tokens.issue(Tokens.Purpose.WEBHOOK, subscription));
    IndexConnection connection = IndexConnection.open(address);
    return new DispatchSession(dispatcher(connection, channels, tokens), channels, connection);
  }

  private Dispatcher dispatcher(IndexConnection connection, Channels channels, Tokens tokens) {
    AlertIndex index = new AlertIndex(connection);
    Clock clock = Clock.systemUTC();
    Shelf<AlertRule> rules = index.rules();
    return new Dispatcher(
        new Stores(
            rules,
            index.subscriptions(),
            index.heartbeats(),
            index.incidents(),
            index.decisions(),
            index.deliveries()),
        new Subscriptions(
            index.subscriptions(), tokens, channels::of, id -> rules.find(id).isPresent(), clock),
        channels::of,
        new MessageWriter(new KnownNames(outlets)),
        tokens,
        new DispatchSettings(
            delivery.publicUrl(),
            delivery.settle(),
            delivery.hourlyCap(),
            ROUNDS_APART.plus(late),
            delivery.operator(),
            "en",
            delivery.heartbeatUrl()),
        new HttpPinger(),
        new DocumentQueries(connection)::sources,
        clock);
  }
}
