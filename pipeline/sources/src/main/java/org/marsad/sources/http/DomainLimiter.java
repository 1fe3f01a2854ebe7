// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.http;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Spaces out the requests to each registrable domain. Safe for many threads; each waits only for
 * its own domain, and never long: whoever would, is told to come back.
 */
final class DomainLimiter {
  /**
   * @param last when the latest request started
   * @param next when the next may start
   */
  private record Slot(Instant last, Instant next) {
    static final Slot FREE = new Slot(Instant.EPOCH, Instant.EPOCH);
  }

  private final Clock clock;
  private final Duration patience;
  private final ConcurrentMap<String, Slot> slots = new ConcurrentHashMap<>();

  /**
   * @param patience the longest wait for a turn
   */
  DomainLimiter(Clock clock, Duration patience) {
    this.clock = clock;
    this.patience = patience;
  }

  /**
   * Waits for the domain's turn, and books {@code delay} after it.
   *
   * @return false where the turn lies further ahead than our patience; nothing is booked then
   */
  boolean acquire(String domain, Duration delay) throws InterruptedException {
    Instant[] turn = new Instant[1];
    slots.compute(
        domain,
        (key, slot) -> {
          Slot current = slot == null ? Slot.FREE : slot;
          Instant now = clock.instant();
          turn[0] = later(now, current.next());
          return turn[0].isAfter(now.plus(patience))
              ? current
              : new Slot(turn[0], turn[0].plus(delay));
        });
    Duration wait = Duration.between(clock.instant(), turn[0]);
    if (wait.compareTo(patience) > 0) {
      return false;
    }
    if (!wait.isNegative() && !wait.isZero()) {
      Thread.sleep(wait.toMillis());
    }
    return true;
  }

  /** Keeps the domain free of requests for so long after the start of the latest. */
  void hold(String domain, Duration delay) {
    slots.computeIfPresent(
        domain, (key, slot) -> new Slot(slot.last(), later(slot.next(), slot.last().plus(delay))));
  }

  /** When a request would start without a wait. */
  Instant readyAt(String domain) {
    return slots.getOrDefault(domain, Slot.FREE).next();
  }

  /** Between the start of the latest request and the next that may be; zero before the first. */
  Duration spacing(String domain) {
    Slot slot = slots.getOrDefault(domain, Slot.FREE);
    return Duration.between(slot.last(), slot.next());
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }
}
