// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.dashboards.audit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.marsad.dashboards.http.Request;

/**
 * Records that logins fail, not whose: what is typed as a name may be a password, and nobody who
 * tries many may fill the disk. The first of each kind in an hour is recorded, with how many there
 * were in the hour before it. Thread-safe.
 */
public final class RefusedLogins {
  private static final Duration EVERY = Duration.ofHours(1);

  private final AuditLog log;
  private final Clock clock;
  private final Map<String, Hour> hours = new HashMap<>();

  public RefusedLogins(AuditLog log, Clock clock) {
    this.log = log;
    this.clock = clock;
  }

  private record Hour(Instant begun, long count) {}

  /**
   * @param reason one of a few, such as "password"
   */
  public synchronized void record(String reason) {
    Instant now = clock.instant();
    Hour hour = hours.get(reason);
    if (hour != null && now.isBefore(hour.begun().plus(EVERY))) {
      hours.put(reason, new Hour(hour.begun(), hour.count() + 1));
      return;
    }
    Map<String, List<String>> details =
        hour == null ? Map.of() : Map.of("before", List.of(Long.toString(hour.count())));
    log.record(Request.NOBODY, "refuse-login", "reason", reason, details);
    hours.put(reason, new Hour(now, 1));
  }
}
