// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.http;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.marsad.model.net.RetryAfter;
import org.marsad.sources.http.FetchOutcome.Throttled;

/**
 * Who asked for a pause. What one host asks holds for that host: its siblings may be other machines
 * with other limits. Once a second host of the same registrable domain asks too, it is the outlet
 * that has enough of us, and the longest of the pauses holds for all its hosts.
 *
 * <p>A pause without a time grows with each that follows it: 10 minutes doubled, plus up to a
 * quarter, at most a day. Any other answer ends the row. Safe for many threads.
 */
final class Pauses {
  private static final Duration FIRST = Duration.ofMinutes(10);
  private static final int MAX_DOUBLINGS = 10;

  /**
   * @param row how many pauses followed each other
   */
  private record Pause(Instant until, int row) {}

  private final Clock clock;
  private final RandomGenerator random;

  /** By registrable domain, then by host and port. */
  private final Map<String, Map<String, Pause>> domains = new HashMap<>();

  Pauses(Clock clock, RandomGenerator random) {
    this.clock = clock;
    this.random = random;
  }

  /**
   * A host asks for a pause.
   *
   * @param comeBack when it says, at most a day from now; null where it does not
   */
  synchronized Throttled asked(URI uri, int status, @Nullable Instant comeBack, Instant now) {
    Map<String, Pause> hosts =
        domains.computeIfAbsent(RegistrableDomains.of(uri), domain -> new HashMap<>());
    Pause former = hosts.get(host(uri));
    int row = former == null ? 1 : former.row() + 1;
    Instant until = comeBack == null ? now.plus(growing(row)) : comeBack;
    hosts.put(host(uri), new Pause(until, row));
    return new Throttled(status, until, now.plus(RetryAfter.MAX).equals(comeBack));
  }

  /** The host answered as it should. */
  synchronized void answered(URI uri) {
    String domain = RegistrableDomains.of(uri);
    Map<String, Pause> hosts = domains.get(domain);
    if (hosts != null && hosts.remove(host(uri)) != null && hosts.isEmpty()) {
      domains.remove(domain);
    }
  }

  /** Until when this URL is to be left alone; in the past where nobody asked. */
  synchronized Instant until(URI uri) {
    Map<String, Pause> hosts = domains.getOrDefault(RegistrableDomains.of(uri), Map.of());
    Instant now = clock.instant();
    Collection<Pause> all = hosts.values();
    if (all.stream().filter(pause -> pause.until().isAfter(now)).count() > 1) {
      return all.stream().map(Pause::until).max(Instant::compareTo).orElse(Instant.EPOCH);
    }
    Pause own = hosts.get(host(uri));
    return own == null ? Instant.EPOCH : own.until();
  }

  private Duration growing(int row) {
    double doubled = FIRST.toMillis() * Math.pow(2, Math.min(row - 1, MAX_DOUBLINGS));
    double jittered = doubled * (1 + random.nextDouble() / 4);
    return Duration.ofMillis((long) Math.min(jittered, RetryAfter.MAX.toMillis()));
  }

  private static String host(URI uri) {
    return String.valueOf(uri.getRawAuthority()).toLowerCase(Locale.ROOT);
  }
}
