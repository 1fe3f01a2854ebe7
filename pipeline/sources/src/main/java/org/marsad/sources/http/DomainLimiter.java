// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.http;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Spaces out the requests to each registrable domain and remembers which of them asked for a pause.
 * Safe for many threads; each waits only for its own domain.
 */
final class DomainLimiter {
  /**
   * @param next when the next request may start
   * @param throttledUntil the end of a pause that the domain asked for
   */
  private record Slot(Instant next, Instant throttledUntil) {
    static final Slot FREE = new Slot(Instant.EPOCH, Instant.EPOCH);
  }

  private final Clock clock;
  private final ConcurrentMap<String, Slot> slots = new ConcurrentHashMap<>();

  DomainLimiter(Clock clock) {
    this.clock = clock;
  }

  /** Waits for the domain's turn, and books {@code delay} after it. */
  void acquire(String domain, Duration delay) throws InterruptedException {
    Instant[] turn = new Instant[1];
    slots.compute(
        domain,
        (key, slot) -> {
          Slot current = slot == null ? Slot.FREE : slot;
          turn[0] = later(clock.instant(), current.next());
          return new Slot(turn[0].plus(delay), current.throttledUntil());
        });
    long wait = Duration.between(clock.instant(), turn[0]).toMillis();
    if (wait > 0) {
      Thread.sleep(wait);
    }
  }

  void throttle(String domain, Instant until) {
    slots.compute(
        domain,
        (key, slot) -> {
          Slot current = slot == null ? Slot.FREE : slot;
          return new Slot(current.next(), later(current.throttledUntil(), until));
        });
  }

  /** In the past where the domain asked for no pause. */
  Instant throttledUntil(String domain) {
    return slots.getOrDefault(domain, Slot.FREE).throttledUntil();
  }

  /** When a request would start without a wait. */
  Instant readyAt(String domain) {
    return slots.getOrDefault(domain, Slot.FREE).next();
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }
}
