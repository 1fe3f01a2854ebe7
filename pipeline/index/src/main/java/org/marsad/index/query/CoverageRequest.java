// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.index.query;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * Asks what was captured between two days, both included.
 *
 * @throws IllegalArgumentException where the first is after the last, or more than {@link
 *     TrendRequest#MAX_DAYS} days lie between
 */
public record CoverageRequest(LocalDate from, LocalDate to, Interval interval) {
  /** How long a line of the answer is; weeks begin on Monday. */
  public enum Interval {
    DAY,
    WEEK,
    MONTH
  }

  public CoverageRequest {
    long days = ChronoUnit.DAYS.between(from, to);
    if (days < 0 || days >= TrendRequest.MAX_DAYS) {
      throw new IllegalArgumentException(
          "from 1 to " + TrendRequest.MAX_DAYS + " days can be asked for, not " + (days + 1));
    }
  }
}
