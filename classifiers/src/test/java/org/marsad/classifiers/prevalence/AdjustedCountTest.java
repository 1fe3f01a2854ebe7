// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.classifiers.prevalence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class AdjustedCountTest {
  /** Finds 80 % of the positives and calls 5 % of the negatives so. */
  private static final KnownErrors ERRORS = new KnownErrors(80, 20, 20, 380);

  @Test
  void aShareIsCorrectedForBothKindsOfErrors() {
    // 30 % positives: 0.3 * 0.8 + 0.7 * 0.05 = 0.275.
    PrevalenceEstimate estimate = new AdjustedCount(ERRORS).estimate(275, 1000);

    assertThat(estimate.called()).isEqualTo(0.275);
    assertThat(estimate.prevalence()).isCloseTo(0.3, within(1e-9));
    assertThat(estimate.low()).isBetween(0.2, 0.28);
    assertThat(estimate.high()).isBetween(0.32, 0.4);
  }

  @Test
  void fewerCallsThanErrorsAloneWouldGiveAreNoPositives() {
    PrevalenceEstimate estimate = new AdjustedCount(ERRORS).estimate(30, 1000);

    assertThat(estimate.prevalence()).isZero();
    assertThat(estimate.low()).isZero();
    assertThat(estimate.high()).isBetween(0.0, 0.05);
  }

  @Test
  void moreCallsThanPositivesAloneWouldGiveAreAllPositives() {
    assertThat(new AdjustedCount(ERRORS).estimate(950, 1000).prevalence()).isEqualTo(1);
  }

  @Test
  void theIntervalNarrowsWithTheCountAndWithTheEvaluationSet() {
    KnownErrors larger = new KnownErrors(8000, 2000, 2000, 38000);
    double few = width(new AdjustedCount(ERRORS).estimate(55, 200));
    double many = width(new AdjustedCount(ERRORS).estimate(5500, 20000));
    double both = width(new AdjustedCount(larger).estimate(5500, 20000));

    assertThat(many).isLessThan(few * 0.8);
    assertThat(both).isLessThan(many * 0.3);
  }

  @Test
  void aSetWithoutAFalsePositiveDoesNotProveThatThereAreNone() {
    PrevalenceEstimate estimate =
        new AdjustedCount(new KnownErrors(20, 10, 0, 60)).estimate(10, 1000);

    assertThat(estimate.prevalence()).isCloseTo(0.015, within(1e-9));
    assertThat(estimate.low()).isZero();
  }

  @Test
  void theSameCountsGiveTheSameInterval() {
    AdjustedCount adjusted = new AdjustedCount(ERRORS);

    assertThat(adjusted.estimate(55, 200)).isEqualTo(adjusted.estimate(55, 200));
  }

  @Test
  void scoresAreCalledFromTheThresholdOn() {
    KnownErrors errors =
        KnownErrors.of(
            new double[] {0.5, 0.4, 0.9, 0.1, 0.2},
            new boolean[] {true, true, false, false, false},
            0.5);

    assertThat(errors).isEqualTo(new KnownErrors(1, 1, 1, 2));
  }

  @Test
  void whatTellsNothingIsRefused() {
    assertThatThrownBy(() -> new AdjustedCount(new KnownErrors(10, 90, 10, 90)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("tell nothing");
    assertThatThrownBy(() -> new KnownErrors(0, 0, 3, 4)).hasMessageContaining("has 0 and 7");
    assertThatThrownBy(() -> new KnownErrors(-1, 3, 3, 4)).hasMessageContaining("negative");
    assertThatThrownBy(() -> KnownErrors.of(new double[2], new boolean[3], 0.5))
        .hasMessageContaining("2 scores but 3 truths");
    assertThatThrownBy(() -> new AdjustedCount(ERRORS).estimate(5, 4))
        .hasMessageContaining("5 of 4");
    assertThatThrownBy(() -> new AdjustedCount(ERRORS).estimate(0, 0))
        .hasMessageContaining("0 of 0");
  }

  private static double width(PrevalenceEstimate estimate) {
    return estimate.high() - estimate.low();
  }
}
