// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.alerts.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.apache.commons.statistics.distribution.PascalDistribution;
import org.apache.commons.statistics.distribution.PoissonDistribution;
import org.junit.jupiter.api.Test;

class ForecastTest {

  @Test
  void theTailIsTheNegativeBinomialOne() {
    // Of 4 failures at a success rate of 0.4: mean 4 · 0.6 / 0.4, variance over mean 1 / 0.4.
    PascalDistribution pascal = PascalDistribution.of(4, 0.4);
    Forecast forecast = new Forecast(6, 2.5);

    for (int y = 1; y < 60; y++) {
      assertThat(forecast.tail(y)).isCloseTo(pascal.survivalProbability(y - 1), within(1e-12));
    }
  }

  @Test
  void withoutOverdispersionItIsThePoissonOne() {
    PoissonDistribution poisson = PoissonDistribution.of(3.7);

    for (int y = 1; y < 30; y++) {
      assertThat(new Forecast(3.7, 1).tail(y))
          .isCloseTo(poisson.survivalProbability(y - 1), within(1e-12));
    }
  }

  @Test
  void theUpperLimitIsTheLastCountThatDoesNotSurprise() {
    for (double mean : new double[] {0.01, 1, 40, 1e6, 1e12}) {
      Forecast forecast = new Forecast(mean, 3);
      long upper = forecast.upper(0.005);

      assertThat(forecast.tail(upper)).isGreaterThanOrEqualTo(0.005);
      assertThat(forecast.tail(upper + 1)).isLessThan(0.005);
    }
  }
}
