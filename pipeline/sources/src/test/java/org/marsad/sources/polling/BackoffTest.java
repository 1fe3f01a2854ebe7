// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.polling;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BackoffTest {
  private static final Duration INTERVAL = Duration.ofMinutes(15);

  @Test
  void doublesWithJitterUpToADay() {
    for (int seed = 0; seed < 100; seed++) {
      Random random = new Random(seed);
      assertThat(Backoff.delay(INTERVAL, 1, random))
          .isBetween(INTERVAL, INTERVAL.multipliedBy(5).dividedBy(4));
      assertThat(Backoff.delay(INTERVAL, 4, random))
          .isBetween(INTERVAL.multipliedBy(8), INTERVAL.multipliedBy(10));
      assertThat(Backoff.delay(INTERVAL, 1000, random)).isEqualTo(Backoff.MAX);
    }
  }
}
