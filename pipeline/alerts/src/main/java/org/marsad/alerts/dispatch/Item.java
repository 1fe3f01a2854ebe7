// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.alerts.dispatch;

import org.jspecify.annotations.Nullable;
import org.marsad.alerts.delivery.Delivery;
import org.marsad.alerts.incident.IncidentStep;
import org.marsad.alerts.store.Kept;

/**
 * A delivery with what it tells of.
 *
 * @param step null for a request for confirmation
 */
record Item(Kept<Delivery> kept, @Nullable IncidentStep step) {
  private static final int SEVERE = 4;

  Delivery delivery() {
    return kept.value();
  }

  /** Whether it may go past the day's cap once. */
  boolean isUrgent() {
    return step != null
        && (step.kind() == IncidentStep.Kind.ESCALATED
            || step.kind() == IncidentStep.Kind.OPENED && step.severity() >= SEVERE);
  }
}
