// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.alerts.dispatch.memory;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** Stands still until it is set. */
public final class SettableClock extends Clock {
  private Instant now;

  public SettableClock(String now) {
    this.now = Instant.parse(now);
  }

  public void set(String time) {
    now = Instant.parse(time);
  }

  public void pass(Duration time) {
    now = now.plus(time);
  }

  @Override
  public Instant instant() {
    return now;
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  /** As it stands now: who looks at days asks once. */
  @Override
  public Clock withZone(ZoneId other) {
    return Clock.fixed(now, other);
  }
}
