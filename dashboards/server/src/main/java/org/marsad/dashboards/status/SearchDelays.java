// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.dashboards.status;

import org.jspecify.annotations.Nullable;

/**
 * How long after its publication a document can be found, over the last thousand of each writer.
 *
 * @param documents how many were measured
 * @param median in seconds
 * @param ninetyFifth the time within which 95 of 100 could be found, in seconds
 */
public record SearchDelays(int documents, double median, double ninetyFifth) {
  private static final double MEDIAN = 0.5;
  private static final double NINETY_FIFTH = 0.95;
  private static final double MILLIS = 1_000;

  /**
   * @param sorted in milliseconds, shortest first
   * @return null of none
   */
  public static @Nullable SearchDelays of(long[] sorted) {
    return sorted.length == 0
        ? null
        : new SearchDelays(sorted.length, quantile(sorted, MEDIAN), quantile(sorted, NINETY_FIFTH));
  }

  /** The nearest rank. */
  private static double quantile(long[] sorted, double share) {
    return sorted[(int) Math.ceil(sorted.length * share) - 1] / MILLIS;
  }
}
