// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.classifiers.prevalence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.junit.jupiter.api.Test;

class StratifiedCountTest {
  /** Finds 80 % of the positives and calls 5 % of the negatives so. */
  private static final KnownErrors GOOD = new KnownErrors(80, 20, 20, 380);

  /** Finds half of the positives and calls a fifth of the negatives so. */
  private static final KnownErrors POOR = new KnownErrors(50, 50, 80, 320);

  private final StratifiedCount count =
      new StratifiedCount(Map.of("good", GOOD, "poor", POOR, "blind", new KnownErrors(5, 5, 5, 5)));

  @Test
  void oneStratumIsCorrectedAsByItself() {
    PrevalenceEstimate alone = new AdjustedCount(GOOD).estimate(275, 1000);
    PrevalenceEstimate estimate = count.estimate(Map.of("good", new Calls(275, 1000)));

    assertThat(estimate.called()).isEqualTo(alone.called());
    assertThat(estimate.prevalence()).isCloseTo(alone.prevalence(), within(1e-9));
    assertThat(estimate.low()).isCloseTo(alone.low(), within(0.01));
    assertThat(estimate.high()).isCloseTo(alone.high(), within(0.01));
  }

  @Test
  void everyStratumIsCorrectedByItsOwnErrors() {
    // 30 % of 1,000 and 40 % of 3,000: 275 and 0.4 * 0.5 + 0.6 * 0.2 = 32 % are called so.
    PrevalenceEstimate estimate =
        count.estimate(Map.of("good", new Calls(275, 1000), "poor", new Calls(960, 3000)));

    assertThat(estimate.called()).isEqualTo(1235 / 4000.0);
    assertThat(estimate.prevalence()).isCloseTo((300 + 1200) / 4000.0, within(1e-9));
    assertThat(estimate.low()).isLessThan(estimate.prevalence());
    assertThat(estimate.high()).isGreaterThan(estimate.prevalence());
  }

  @Test
  void whatIsComparedSharesTheErrors() {
    Map<String, Calls> more = Map.of("poor", new Calls(4100, 10_000));
    Map<String, Calls> less = Map.of("poor", new Calls(3500, 10_000));
    PrevalenceEstimate alone = count.estimate(more);
    Difference difference = count.difference(more, less);

    assertThat(difference.difference()).isCloseTo(0.2, within(1e-9));
    assertThat(difference.tells()).isTrue();
    assertThat(difference.high() - difference.low()).isLessThan(alone.high() - alone.low());
  }

  @Test
  void aDifferenceOfFewTextsTellsNothing() {
    Difference difference =
        count.difference(Map.of("good", new Calls(3, 10)), Map.of("good", new Calls(2, 10)));

    assertThat(difference.tells()).isFalse();
    assertThat(difference.low()).isNegative();
  }

  @Test
  void whatIsNotKnownIsRefused() {
    assertThat(count.knows("blind")).isFalse();
    assertThatThrownBy(() -> count.estimate(Map.of("other", new Calls(1, 2))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("other");
    assertThatThrownBy(() -> count.estimate(Map.of())).hasMessageContaining("No text");
  }
}
