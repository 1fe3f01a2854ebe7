// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.classifiers.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.marsad.classifiers.linear.Reliability.Bin;

class ReliabilityTest {
  @Test
  void binsHoldEqualNumbersInOrderOfProbability() {
    Reliability reliability =
        Reliability.of(
            new double[] {0.9, 0.1, 0.7, 0.3}, new boolean[] {true, false, false, true}, 2);

    assertThat(reliability.bins()).hasSize(2);
    Bin low = reliability.bins().get(0);
    assertThat(low.texts()).isEqualTo(2);
    assertThat(low.said()).isCloseTo(0.2, within(1e-9));
    assertThat(low.happened()).isEqualTo(0.5);
    // Half the texts 0.3 too low, half 0.3 too high.
    assertThat(reliability.expectedError()).isCloseTo(0.3, within(1e-9));
  }

  @Test
  void textsThatDoNotDivideEvenlyAreSpreadOverTheBins() {
    double[] probabilities = new double[23];
    for (int i = 0; i < probabilities.length; i++) {
      probabilities[i] = i / 23.0;
    }
    Reliability reliability = Reliability.of(probabilities, new boolean[23], 10);

    assertThat(reliability.texts()).isEqualTo(23);
    assertThat(reliability.bins())
        .hasSize(10)
        .allMatch(bin -> bin.texts() == 2 || bin.texts() == 3);
  }

  @Test
  void equalProbabilitiesShareABin() {
    boolean[] truths = {true, true, true, false, false, false};
    Reliability reliability = Reliability.of(new double[] {.5, .5, .5, .5, .5, .5}, truths, 3);

    assertThat(reliability.bins()).containsExactly(new Bin(6, 0.5, 0.5));
    assertThat(reliability.expectedError()).isZero();
  }

  @Test
  void probabilitiesThatMeanWhatTheySayHaveALowErrorAndBoastsAHighOne() {
    Random random = new Random(3);
    double[] said = new double[20_000];
    double[] boasted = new double[said.length];
    boolean[] truths = new boolean[said.length];
    for (int i = 0; i < said.length; i++) {
      said[i] = random.nextDouble();
      boasted[i] = said[i] > 0.5 ? 1 : 0;
      truths[i] = random.nextDouble() < said[i];
    }

    assertThat(Reliability.of(said, truths, 10).expectedError()).isLessThan(0.015);
    assertThat(Reliability.of(boasted, truths, 10).expectedError()).isCloseTo(0.25, within(0.02));
  }

  @Test
  void thereMustBeATruthForEachProbability() {
    assertThatThrownBy(() -> Reliability.of(new double[2], new boolean[1], 10))
        .hasMessageContaining("2 probabilities with 1 truths");
    assertThatThrownBy(() -> Reliability.of(new double[0], new boolean[0], 10))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
