// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.classifiers.prevalence;

import java.util.Arrays;

/**
 * What lies between the outermost fortieths of draws, and the estimate itself.
 *
 * <p>The half observation that is added to each count keeps draws away from the ends that the
 * estimate may reach: of texts of which none was called positive the draws would have it that some
 * are, and sums of several such strata would exclude, with every draw, that there is none. An
 * interval that starts from Jeffreys' prior therefore reaches to the end where all or no texts are
 * called (Brown, Cai and DasGupta 2001, Statistical Science 16, section 4.1.1); here it reaches to
 * the estimate, which is the same end for one stratum and holds for sums of them. It holds the
 * truth no less often for it.
 */
record Interval(double low, double high) {
  private static final double OUTSIDE = 0.05;

  /**
   * @param estimate what the draws surround
   * @param lows the least that each draw allows
   * @param highs the most that each draw allows, of as many draws
   */
  static Interval around(double estimate, double[] lows, double[] highs) {
    int cut = (int) (lows.length * OUTSIDE / 2);
    return new Interval(
        Math.min(estimate, sorted(lows)[cut]),
        Math.max(estimate, sorted(highs)[highs.length - 1 - cut]));
  }

  private static double[] sorted(double[] draws) {
    double[] sorted = draws.clone();
    Arrays.sort(sorted);
    return sorted;
  }
}
