// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.alerts.dispatch;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How alerting itself is doing, written after every look at the outbox.
 *
 * @param at when that was
 * @param lastDecision when a rule was last judged; null before the first time
 * @param trouble what is wrong, in English sentences without addresses; empty when all is well
 */
public record Heartbeat(Instant at, @Nullable Instant lastDecision, List<String> trouble) {
  /** Under which it is kept. */
  public static final String ID = "alerts";
}
