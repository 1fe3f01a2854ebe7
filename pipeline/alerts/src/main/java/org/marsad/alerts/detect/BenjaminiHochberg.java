// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.alerts.detect;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Which of many tests made at once are findings, if at most a given part of the findings may be
 * false on average (Benjamini and Hochberg, 1995). A thousand quiet series tested at 0.005 give
 * five false alarms at every tick; this gives none.
 */
public final class BenjaminiHochberg {
  private BenjaminiHochberg() {}

  /**
   * @param p of each test, between 0 and 1; NaN for a series that had no data, which counts as no
   *     test
   * @param rate the part of the findings that may be false on average, between 0 and 1
   * @return for each test whether it is a finding
   * @throws IllegalArgumentException if the rate or a p is no probability
   */
  public static boolean[] findings(double[] p, double rate) {
    if (!(rate >= 0 && rate <= 1)) {
      throw new IllegalArgumentException("a rate lies between 0 and 1, not " + rate);
    }
    double[] sorted = Arrays.stream(p).filter(value -> !Double.isNaN(value)).sorted().toArray();
    for (double value : sorted) {
      if (value < 0 || value > 1) {
        throw new IllegalArgumentException("a p lies between 0 and 1, not " + value);
      }
    }
    double limit =
        IntStream.range(0, sorted.length)
            .filter(i -> sorted[i] <= rate * (i + 1) / sorted.length)
            .mapToDouble(i -> sorted[i])
            .max()
            .orElse(-1);
    boolean[] findings = new boolean[p.length];
    for (int i = 0; i < p.length; i++) {
      findings[i] = p[i] <= limit;
    }
    return findings;
  }
}
