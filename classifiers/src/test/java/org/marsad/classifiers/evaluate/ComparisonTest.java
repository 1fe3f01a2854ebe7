// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.classifiers.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ComparisonTest {
  private static final Map<KeyFigure, Double> BEFORE =
      Map.of(
          KeyFigure.FUNCTIONAL_TESTS, 0.9,
          KeyFigure.HOSTILE_F1, 0.6,
          KeyFigure.RELEVANCE_F1, 0.8,
          KeyFigure.WRONGLY_HOSTILE, 0.1);

  @Test
  void equalModelsAreNotWorse() {
    assertThat(Comparison.of(BEFORE, BEFORE).worse()).isFalse();
  }

  @ParameterizedTest
  @EnumSource(KeyFigure.class)
  void aLossWithinTheToleranceIsNone(KeyFigure figure) {
    assertThat(Comparison.of(BEFORE, lost(figure, figure.tolerance())).worse()).isFalse();
  }

  @ParameterizedTest
  @EnumSource(KeyFigure.class)
  void eachFigureAloneCanBeWorse(KeyFigure figure) {
    Comparison comparison = Comparison.of(BEFORE, lost(figure, figure.tolerance() + 0.001));

    assertThat(comparison.worse()).isTrue();
    assertThat(comparison.figures())
        .filteredOn(Comparison.Compared::worse)
        .extracting(Comparison.Compared::figure)
        .containsExactly(figure);
  }

  @ParameterizedTest
  @EnumSource(KeyFigure.class)
  void aGainIsNeverWorse(KeyFigure figure) {
    assertThat(Comparison.of(BEFORE, lost(figure, -0.09)).worse()).isFalse();
  }

  @Test
  void withoutTheReferenceSetTheFunctionalTestsDecide() {
    Map<KeyFigure, Double> before = Map.of(KeyFigure.FUNCTIONAL_TESTS, 0.9);
    Map<KeyFigure, Double> after = Map.of(KeyFigure.FUNCTIONAL_TESTS, 0.899);

    assertThat(Comparison.of(before, after).figures()).hasSize(1);
    assertThat(Comparison.of(before, after).worse()).isTrue();
  }

  @Test
  void theLinesShowBothFiguresAndWhichIsWorse() {
    String[] lines = Comparison.of(BEFORE, lost(KeyFigure.HOSTILE_F1, 0.2)).lines().split("\n", -1);

    assertThat(lines).hasSize(4);
    assertThat(lines[0]).contains("functional tests passed", "0.9000 → 0.9000");
    assertThat(lines[1]).contains("HOSTILE, F1", "0.6000 → 0.4000", "worse by more than");
    assertThat(lines[2]).doesNotContain("worse");
  }

  private static Map<KeyFigure, Double> lost(KeyFigure figure, double loss) {
    Map<KeyFigure, Double> after = new EnumMap<>(BEFORE);
    double sign = figure == KeyFigure.WRONGLY_HOSTILE ? 1 : -1;
    after.merge(figure, sign * loss, Double::sum);
    return after;
  }
}
