// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.alerts.detect;

import org.apache.commons.statistics.distribution.BetaDistribution;
import org.apache.commons.statistics.distribution.GammaDistribution;

/**
 * What a count is expected to be: negative binomial with the given mean and the variance {@code
 * mean × dispersion}, Poisson where the dispersion is 1.
 *
 * <p>The tails are those of the conjugate distributions, which bear any size and shape: {@code
 * P(NB(r, q) ≥ y) = P(Beta(y, r) ≤ 1 − q)} and {@code P(Poisson(m) ≥ y) = P(Gamma(y) ≤ m)}.
 *
 * @param mean above 0
 * @param dispersion variance over mean, at least 1
 */
public record Forecast(double mean, double dispersion) {
  private static final double ALMOST_POISSON = 1 + 1e-6;

  /** The probability of a count of y or more. */
  public double tail(long y) {
    if (y <= 0) {
      return 1;
    }
    if (dispersion < ALMOST_POISSON) {
      return GammaDistribution.of(y, 1).cumulativeProbability(mean);
    }
    return BetaDistribution.of(y, mean / (dispersion - 1))
        .cumulativeProbability(1 - 1 / dispersion);
  }

  /**
   * The largest count that is not surprising: the next one has a tail below alpha.
   *
   * @param alpha between 0 and 1
   */
  public long upper(double alpha) {
    long bears = 0;
    long fires = 1;
    while (tail(fires) >= alpha) {
      bears = fires;
      fires *= 2;
    }
    while (fires - bears > 1) {
      long middle = bears + (fires - bears) / 2;
      if (tail(middle) >= alpha) {
        bears = middle;
      } else {
        fires = middle;
      }
    }
    return bears;
  }
}
