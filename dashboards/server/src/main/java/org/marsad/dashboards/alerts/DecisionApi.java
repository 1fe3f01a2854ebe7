// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.dashboards.alerts;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.marsad.alerts.incident.Decision;
import org.marsad.alerts.store.DecisionLog;
import org.marsad.dashboards.http.Access;
import org.marsad.dashboards.http.Endpoint;
import org.marsad.dashboards.http.Parameter;
import org.marsad.dashboards.http.Request;

/** Why a rule did or did not fire: /api/rules/{id}/decisions. */
public final class DecisionApi {
  private static final Parameter<Instant> BEFORE =
      Parameter.instant("before", "Only what is older; the `next` of the page before.");
  private static final Parameter<Integer> SIZE =
      Parameter.number("size", 1, 500, "How many decisions a page holds.").orElse(50);

  /** Of whatever bucket: none lies so far ahead. */
  private static final Duration AHEAD = Duration.ofDays(2);

  private final DecisionLog decisions;
  private final Clock clock;

  public DecisionApi(DecisionLog decisions, Clock clock) {
    this.decisions = decisions;
    this.clock = clock;
  }

  /**
   * @param next the {@code before} of the next page; absent on the last
   */
  private record Decisions(List<Decision> decisions, @Nullable Instant next) {}

  public List<Endpoint> endpoints() {
    return List.of(
        Endpoint.get("/api/rules/{id}/decisions")
            .access(Access.READ)
            .summary("Tells why a rule did or did not fire, newest first")
            .parameters(BEFORE, SIZE)
            .answers(Decisions.class)
            .handle(this::decisions));
  }

  /** A moment before which every decision lies. */
  static Instant afterAll(Clock clock) {
    return clock.instant().plus(AHEAD);
  }

  private Decisions decisions(Request request) {
    int size = request.get(SIZE);
    Instant before = request.find(BEFORE);
    List<Decision> found =
        decisions.of(request.path("id"), before == null ? afterAll(clock) : before, size);
    return new Decisions(found, found.size() < size ? null : found.get(size - 1).bucket());
  }
}
