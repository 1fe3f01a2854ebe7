// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.alerts.detect;

import org.apache.commons.numbers.gamma.LogBeta;
import org.apache.commons.statistics.distribution.BetaDistribution;

/**
 * How many of a total have a trait, if its share varies from time to time: each time it is drawn
 * from a beta distribution.
 *
 * @param share the mean share, between 0 and 1, both excluded
 * @param correlation how much the share varies, between 0 and 1, both excluded: the correlation of
 *     two members of the same total
 */
record BetaBinomial(double share, double correlation) {
  /** Above it, the sum is too long and a beta distribution of the same variance is as good. */
  private static final long SUMMED = 100_000;

  private static final double NEGLIGIBLE = 1e-17;

  /** The probability that count or more of the total have the trait. */
  double tail(long count, long total) {
    if (count <= 0) {
      return 1;
    }
    return total > SUMMED ? limit(count, total) : sum(count, total);
  }

  private double sum(long count, long total) {
    double alpha = share * (1 / correlation - 1);
    double beta = (1 - share) * (1 / correlation - 1);
    double term =
        Math.exp(
            LogBeta.value(count + alpha, total - count + beta)
                - LogBeta.value(alpha, beta)
                - LogBeta.value(total - count + 1.0, count + 1.0)
                - Math.log1p(total));
    double sum = 0;
    for (long k = count; k <= total; k++) {
      sum += term;
      double ratio = (total - k) * (alpha + k) / ((k + 1) * (beta + total - k - 1));
      if (ratio < 1 && term < NEGLIGIBLE * sum) {
        break;
      }
      term *= ratio;
    }
    return Math.min(1, sum);
  }

  private double limit(long count, long total) {
    double size = 1 / (1.0 / total + correlation * (1 - 1.0 / total)) - 1;
    return BetaDistribution.of(share * size, (1 - share) * size)
        .survivalProbability((count - 0.5) / total);
  }
}
