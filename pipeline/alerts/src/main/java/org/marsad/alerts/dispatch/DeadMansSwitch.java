// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.alerts.dispatch;

import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets somebody outside know that all is well, once a minute; silence tells them that it is not,
 * even when nothing here can say so any more.
 */
final class DeadMansSwitch {
  private static final Logger LOG = LoggerFactory.getLogger(DeadMansSwitch.class);
  private static final Duration EVERY = Duration.ofMinutes(1);

  private final @Nullable URI address;
  private final Pinger pinger;
  private final Clock clock;
  private Instant next = Instant.MIN;

  DeadMansSwitch(@Nullable URI address, Pinger pinger, Clock clock) {
    this.address = address;
    this.pinger = pinger;
    this.clock = clock;
  }

  void allIsWell() {
    Instant now = clock.instant();
    if (address == null || now.isBefore(next)) {
      return;
    }
    next = now.plus(EVERY);
    try {
      pinger.ping(address);
    } catch (IOException e) {
      LOG.warn("The heartbeat was not heard: {}", e.getMessage());
    }
  }
}
