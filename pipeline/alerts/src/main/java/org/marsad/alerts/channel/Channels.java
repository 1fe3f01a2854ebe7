// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.alerts.channel;

import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.marsad.alerts.subscription.ChannelKind;
import org.marsad.model.net.AddressPolicy;

/** The channels that are set up. Thread-safe. */
public final class Channels implements AutoCloseable {
  private final Map<ChannelKind, AlertChannel> channels = new EnumMap<>(ChannelKind.class);
  private final List<HttpPoster> posters = new ArrayList<>();

  private Channels(ChannelSettings settings, UnaryOperator<String> webhookSecret) {
    boolean privateAddresses = settings.privateAddresses();
    HttpPoster hooks =
        opened(
            privateAddresses
                ? HttpPoster.unguarded(HttpPoster.LIMITS)
                : HttpPoster.guarded(AddressPolicy.PUBLIC_ONLY, HttpPoster.LIMITS));
    HookClient client = new HookClient(hooks, new HookUrls(privateAddresses), Clock.systemUTC());
    add(new WebhookChannel(client, webhookSecret, Clock.systemUTC()));
    add(new ChatHookChannel(ChannelKind.SLACK, client, SlackPost::of));
    add(new ChatHookChannel(ChannelKind.MATTERMOST, client, MattermostPost::of));
    if (settings.telegram() != null) {
      add(
          new TelegramChannel(
              settings.telegram(), opened(HttpPoster.unguarded(HttpPoster.LIMITS))));
    }
    if (settings.mail() != null) {
      add(new EmailChannel(settings.mail()));
    }
  }

  /**
   * @param webhookSecret the key that a subscription's web hook requests are signed with, by the
   *     subscription's id
   * @throws IllegalArgumentException if a setting cannot be used; says which and why
   */
  public static Channels of(ChannelSettings settings, UnaryOperator<String> webhookSecret) {
    return new Channels(settings, webhookSecret);
  }

  /** Empty where the channel is not set up. */
  public Optional<AlertChannel> of(ChannelKind kind) {
    return Optional.ofNullable(channels.get(kind));
  }

  private HttpPoster opened(HttpPoster poster) {
    posters.add(poster);
    return poster;
  }

  private void add(AlertChannel channel) {
    channels.put(channel.kind(), channel);
  }

  @Override
  public void close() {
    channels.values().forEach(AlertChannel::close);
    posters.forEach(HttpPoster::close);
  }
}
