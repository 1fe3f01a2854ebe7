// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.model;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that stands still until it is moved. Thread-safe. */
public final class MovableClock extends Clock {
  private volatile Instant now;

  public MovableClock(Instant now) {
    this.now = now;
  }

  /** One test moves it. */
  public void move(Duration by) {
    now = now.plus(by);
  }

  public void set(Instant time) {
    now = time;
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
