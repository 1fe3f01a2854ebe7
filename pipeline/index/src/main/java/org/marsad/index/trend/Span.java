// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.index.trend;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.marsad.model.Morocco;

/** Days of publication, both included. */
public record Span(LocalDate from, LocalDate to) {
  /**
   * @throws IllegalArgumentException if the first is after the last
   */
  public Span {
    if (from.isAfter(to)) {
      throw new IllegalArgumentException(from + " is after " + to);
    }
  }

  public long days() {
    return ChronoUnit.DAYS.between(from, to) + 1;
  }

  Instant start() {
    return from.atStartOfDay(Morocco.TIME).toInstant();
  }

  Instant end() {
    return to.plusDays(1).atStartOfDay(Morocco.TIME).toInstant();
  }
}
