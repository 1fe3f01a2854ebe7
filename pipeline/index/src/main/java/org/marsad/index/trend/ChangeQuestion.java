// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.index.trend;

import java.util.List;
import org.marsad.classifiers.Stance;
import org.marsad.model.Filters;

/**
 * Asks what carries the change from some days to others.
 *
 * @param filters whose days do not count; where they choose neither stance, frame nor intensity,
 *     the hostile documents are meant
 */
public record ChangeQuestion(Filters filters, Span before, Span after) {
  /** What is explained. */
  Filters counted() {
    return isChosen() ? filters : filters.ofStances(List.of(Stance.HOSTILE.name()));
  }

  /** Of what it is a part. */
  Filters whole() {
    return filters.whole();
  }

  private boolean isChosen() {
    Integer intensity = filters.leastIntensity();
    return !filters.stances().isEmpty()
        || !filters.frames().isEmpty()
        || (intensity != null && intensity > 0);
  }
}
