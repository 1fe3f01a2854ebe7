// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.alerts.dispatch.memory;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.marsad.alerts.incident.Decision;
import org.marsad.alerts.store.DecisionLog;

/** Knows only when the last decision was made. */
public final class MemoryDecisions implements DecisionLog {
  private final Power power;
  private @Nullable Instant last;

  public MemoryDecisions(Power power) {
    this.power = power;
  }

  public void decidedAt(Instant time) {
    last = time;
  }

  @Override
  public List<Decision> of(String ruleId, Instant before, int most) {
    return List.of();
  }

  @Override
  public List<Decision> latest() {
    return List.of();
  }

  @Override
  public Optional<Instant> lastDecidedAt() {
    power.done();
    return Optional.ofNullable(last);
  }
}
