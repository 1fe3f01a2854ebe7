// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.alerts.dispatch;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How long to wait before the next attempt: a minute, doubling up to six hours, and a little more
 * or less so that those who failed together do not come back together.
 */
final class Backoff {
  /** About five days of them. */
  static final int MOST_ATTEMPTS = 28;

  private static final Duration FIRST = Duration.ofMinutes(1);
  private static final Duration LONGEST = Duration.ofHours(6);
  private static final Duration MOST_ASKED = Duration.ofDays(1);
  private static final int DOUBLINGS = 9;
  private static final double JITTER = 0.1;

  private Backoff() {}

  /**
   * @param attempts that have failed, from 1
   * @param seed the same for what is to come back together
   * @param asked by the receiver; never waits less, up to a day
   */
  static Duration after(int attempts, String seed, @Nullable Duration asked) {
    long doubled = FIRST.toMillis() << Math.min(attempts - 1, DOUBLINGS);
    double part = Math.floorMod(seed.hashCode(), 1_000) / 500.0 - 1;
    long wait = Math.round(Math.min(doubled, LONGEST.toMillis()) * (1 + JITTER * part));
    Duration own = Duration.ofMillis(wait);
    if (asked == null || asked.compareTo(own) <= 0) {
      return own;
    }
    return asked.compareTo(MOST_ASKED) > 0 ? MOST_ASKED : asked;
  }
}
