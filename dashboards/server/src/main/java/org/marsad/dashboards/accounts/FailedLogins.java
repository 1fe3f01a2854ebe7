// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.dashboards.accounts;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Slows down whoever guesses passwords: after some failures nothing is tried for half a minute, and
 * for twice as long after each further one, up to a quarter of an hour. Kept in memory, for at most
 * so many names and addresses; those that have not been heard of for longest are forgotten first.
 * Thread-safe.
 */
final class FailedLogins {
  private static final int MOST_KEPT = 10_000;
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(30);
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(15);

  private final int free;
  private final Clock clock;
  private final Map<String, Failures> failures;

  /**
   * @param free how many failures have no consequence
   */
  FailedLogins(int free, Clock clock) {
    this.free = free;
    this.clock = clock;
    this.failures =
        new LinkedHashMap<>(16, 0.75f, true) {
          private static final long serialVersionUID = 1L;

          @Override
          protected boolean removeEldestEntry(Map.Entry<String, Failures> eldest) {
            return size() > MOST_KEPT;
          }
        };
  }

  private record Failures(int count, Instant until) {}

  /**
   * Begins an attempt, which counts as failed until it is said not to be: many at once are not free
   * either.
   *
   * @return how long nothing may be tried yet; zero where the attempt may go on
   */
  synchronized Duration begin(String key) {
    Instant now = clock.instant();
    Failures known = failures.get(key);
    if (known != null && now.isBefore(known.until())) {
      return Duration.between(now, known.until());
    }
    int count = known == null || isForgotten(known, now) ? 1 : known.count() + 1;
    failures.put(key, new Failures(count, now.plus(pauseAfter(count))));
    return Duration.ZERO;
  }

  /** The attempt that was begun last did not fail; those before it stay. */
  synchronized void takeBack(String key) {
    Failures known = failures.get(key);
    if (known != null) {
      failures.put(key, new Failures(known.count() - 1, clock.instant()));
    }
  }

  /** No attempt has failed. */
  synchronized void clear(String key) {
    failures.remove(key);
  }

  synchronized int size() {
    return failures.size();
  }

  /** A day after the pause has ended, one begins anew. */
  private static boolean isForgotten(Failures known, Instant now) {
    return known.until().plus(Duration.ofDays(1)).isBefore(now);
  }

  private Duration pauseAfter(int count) {
    if (count < free) {
      return Duration.ZERO;
    }
    Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(count - free, 10));
    return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
  }
}
