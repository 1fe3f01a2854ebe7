// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.dashboards.alerts;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.marsad.alerts.dispatch.Heartbeat;
import org.marsad.alerts.store.Kept;
import org.marsad.alerts.store.Shelf;
import org.marsad.dashboards.http.Access;
import org.marsad.dashboards.http.Endpoint;
import org.marsad.dashboards.http.Request;

/**
 * Whether alerting itself works: /health/alerts, for programs that watch it, and
 * /api/alerts/health, for the pages.
 */
public final class AlertHealth {
  /** The dispatcher writes at least every minute. */
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private final Shelf<Heartbeat> heartbeats;
  private final Clock clock;

  public AlertHealth(Shelf<Heartbeat> heartbeats, Clock clock) {
    this.heartbeats = heartbeats;
    this.clock = clock;
  }

  /** How it does. */
  private enum State {
    WORKING,
    /** It says itself what is wrong. */
    TROUBLE,
    /** It has not been heard of for too long. */
    SILENT,
    /** It has never run. */
    NEVER
  }

  /**
   * @param heartbeat the last; absent where there never was one
   */
  private record Health(State state, @Nullable Heartbeat heartbeat) {}

  public List<Endpoint> endpoints() {
    return List.of(
        Endpoint.get("/health/alerts")
            .access(Access.PUBLIC)
            .summary("Tells whether alerting works, by its status too")
            .answers(200, Health.class)
            .answers(503, Health.class)
            .handle(this::answer),
        Endpoint.get("/api/alerts/health")
            .access(Access.READ)
            .summary("Tells whether alerting works")
            .answers(Health.class)
            .handle(request -> health()));
  }

  private void answer(Request request) {
    Health health = health();
    request
        .context()
        .status(health.state() == State.WORKING ? 200 : 503)
        .json(health)
        .header("Cache-Control", "no-store");
  }

  private Health health() {
    Heartbeat last = heartbeats.find(Heartbeat.ID).map(Kept::value).orElse(null);
    if (last == null) {
      return new Health(State.NEVER, null);
    }
    if (last.at().plus(PATIENCE).isBefore(clock.instant())) {
      return new Health(State.SILENT, last);
    }
    return new Health(last.trouble().isEmpty() ? State.WORKING : State.TROUBLE, last);
  }
}
