// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.alerts.dispatch;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.Map;
import org.marsad.alerts.subscription.ChannelKind;

/** What went wrong lately; remembered as long as the program runs. */
final class Faults {
  private static final Duration REMEMBERED = Duration.ofDays(1);

  private final Map<ChannelKind, String> channels = new EnumMap<>(ChannelKind.class);
  private final Deque<Instant> givenUp = new ArrayDeque<>();

  /** The channel is set up wrongly. */
  void broken(ChannelKind channel, String fault) {
    channels.put(channel, fault);
  }

  /** A message got through: whatever was wrong is not any more. */
  void working(ChannelKind channel) {
    channels.remove(channel);
  }

  void givenUp(Instant at) {
    givenUp.addLast(at);
  }

  /** Channels that are set up wrongly, with what they said. */
  Map<ChannelKind, String> brokenChannels() {
    return channels;
  }

  /** How many deliveries were given up within a day. */
  int givenUpWithinDay(Instant now) {
    while (!givenUp.isEmpty() && !givenUp.getFirst().isAfter(now.minus(REMEMBERED))) {
      givenUp.removeFirst();
    }
    return givenUp.size();
  }
}
