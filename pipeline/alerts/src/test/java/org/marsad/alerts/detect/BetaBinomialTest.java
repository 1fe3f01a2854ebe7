// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.alerts.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

class BetaBinomialTest {

  @Test
  void aShareThatIsUniformMakesEveryCountAlikeLikely() {
    // A beta distribution with both parameters 1.
    BetaBinomial uniform = new BetaBinomial(0.5, 1.0 / 3);

    for (int k = 0; k <= 20; k++) {
      assertThat(uniform.tail(k, 20)).isCloseTo((21.0 - k) / 21, within(1e-12));
    }
  }

  @Test
  void aShareThatHardlyVariesIsBinomial() {
    BinomialDistribution binomial = BinomialDistribution.of(50, 0.1);

    for (int k = 1; k <= 25; k++) {
      assertThat(new BetaBinomial(0.1, 1e-9).tail(k, 50))
          .isCloseTo(binomial.survivalProbability(k - 1), Percentage.withPercentage(0.1));
    }
  }

  @Test
  void theLimitForLargeTotalsContinuesTheSum() {
    BetaBinomial varying = new BetaBinomial(0.03, 0.001);

    assertThat(varying.tail(4200, 100_001))
        .isCloseTo(varying.tail(4200, 100_000), Percentage.withPercentage(1));
    assertThat(varying.tail(1_000_000_000_000L, 1_000_000_000_000L)).isBetween(0.0, 1e-100);
  }
}
