// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.dashboards.feedback;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Who looks at which text just now, so that two people are not given the same one at once. Kept in
 * memory: after a restart the worst is a text judged twice. Thread-safe.
 */
final class Leases {
  private static final Duration LONG_ENOUGH = Duration.ofMinutes(15);

  private final Clock clock;
  private final Map<String, Lease> byHash = new HashMap<>();

  Leases(Clock clock) {
    this.clock = clock;
  }

  private record Lease(String annotator, Instant until) {}

  /**
   * @return false where somebody else has it
   */
  synchronized boolean take(String contentHash, String annotator) {
    drop();
    Lease held = byHash.get(contentHash);
    if (held != null && !held.annotator().equals(annotator)) {
      return false;
    }
    byHash.put(contentHash, new Lease(annotator, clock.instant().plus(LONG_ENOUGH)));
    return true;
  }

  synchronized void giveBack(String contentHash, String annotator) {
    Lease held = byHash.get(contentHash);
    if (held != null && held.annotator().equals(annotator)) {
      byHash.remove(contentHash);
    }
  }

  synchronized boolean has(String contentHash, String annotator) {
    drop();
    Lease held = byHash.get(contentHash);
    return held != null && held.annotator().equals(annotator);
  }

  /** The hashes of what others have. */
  synchronized Set<String> ofOthers(String annotator) {
    drop();
    return byHash.entrySet().stream()
        .filter(held -> !held.getValue().annotator().equals(annotator))
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }

  private void drop() {
    Instant now = clock.instant();
    byHash.values().removeIf(lease -> lease.until().isBefore(now));
  }
}
