// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.LongUnaryOperator;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class GrowthTest {
  @Test
  void whatSettlesIsFlatHoweverMuchItTookToWarmUp() {
    assertThat(of(n -> n < 20 ? n * 10 : 200 + n % 3).isFlat()).isTrue();
  }

  @Test
  void whatKeepsGrowingIsNot() {
    Growth growth = of(n -> 100 + 2 * n);
    assertThat(growth.isFlat()).isFalse();
    assertThat(growth.first()).isEqualTo(160);
    assertThat(growth.last()).isEqualTo(200);
    assertThat(growth.most()).isEqualTo(218);
  }

  @Test
  void aPeakDecidesNothing() {
    assertThat(of(n -> n == 55 ? 5_000 : 100).isFlat()).isTrue();
  }

  @Test
  void aLittleIsAllowedAndWhatWasNotMeasuredIsNotJudged() {
    assertThat(of(n -> n < 40 ? 100 : 110).isFlat()).isTrue();
    assertThat(of(n -> n < 40 ? 100 : 111).isFlat()).isFalse();
    assertThat(new Growth("key", "nothing", 0.1, 5).isFlat()).isTrue();
  }

  /** Sixty measurements, of which a tenth or five more are allowed. */
  private static Growth of(LongUnaryOperator value) {
    Growth growth = new Growth("key", "name", 0.1, 5);
    LongStream.range(0, 60).map(value).forEach(growth::add);
    return growth;
  }
}
