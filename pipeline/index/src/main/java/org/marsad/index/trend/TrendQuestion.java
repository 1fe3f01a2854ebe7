// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.index.trend;

import java.time.LocalDate;
import org.marsad.index.query.CoverageRequest.Interval;
import org.marsad.model.Filters;

/**
 * Asks for a trend.
 *
 * @param filters whose days do not count
 * @param from first day of publication, {@code to} the last
 * @param interval how long a period is
 * @param stories whether to count stories as well, which costs more
 */
public record TrendQuestion(
    Filters filters, LocalDate from, LocalDate to, Interval interval, boolean stories) {
  /** The same about other documents. */
  public TrendQuestion about(Filters others) {
    return new TrendQuestion(others, from, to, interval, stories);
  }

  Filters asked() {
    return filters.between(from, to);
  }
}
