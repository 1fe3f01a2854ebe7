// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.classifiers.prevalence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The interval of a corrected count holds the truth, however good the classifier is. */
class CoverageTest {
  private static final double LEAST = 0.9;

  @ParameterizedTest
  @CsvSource({
    "90, 10, 20, 380",
    "60, 40, 4, 396",
    "27, 35, 3, 442",
    "12, 18, 2, 67",
    "95, 5, 0, 400",
    "30, 70, 40, 360",
    "150, 50, 60, 140",
    "9, 3, 1, 30",
  })
  void intervalsHoldTheTruth(int found, int missed, int wrong, int right) {
    assertThat(Coverage.of(new KnownErrors(found, missed, wrong, right)))
        .isGreaterThanOrEqualTo(LEAST);
  }

  @Test
  void withoutAnyIntervalNoneHoldsTheTruth() {
    assertThat(Coverage.of(new KnownErrors(0, 10, 30, 0))).isZero();
  }

  /** Texts are drawn from the file themselves, so that no model of their errors is assumed. */
  @ParameterizedTest
  @CsvSource({"0.01, 0.5", "0.05, 0.5", "0.15, 0.5", "0.4, 0.5", "0.05, 0.3", "0.4, 0.7"})
  void intervalsHoldTheTruthOfTextsDrawnFromAFile(double share, double threshold)
      throws IOException {
    List<Double> positives = scores("1");
    List<Double> negatives = scores("0");
    Random random = new Random(7);
    int rounds = 200;
    int covering = 0;
    int uncorrected = 0;
    for (int round = 0; round < rounds; round++) {
      double[] evaluation = new double[300];
      boolean[] truths = new boolean[evaluation.length];
      for (int i = 0; i < evaluation.length; i++) {
        truths[i] = i % 5 == 0;
        evaluation[i] = draw(random, truths[i] ? positives : negatives);
      }
      int called = 0;
      int documents = 400;
      for (int i = 0; i < documents; i++) {
        boolean positive = random.nextDouble() < share;
        called += draw(random, positive ? positives : negatives) >= threshold ? 1 : 0;
      }
      PrevalenceEstimate estimate =
          new AdjustedCount(KnownErrors.of(evaluation, truths, threshold))
              .estimate(called, documents);
      covering += estimate.low() <= share && share <= estimate.high() ? 1 : 0;
      uncorrected += Math.abs(estimate.called() - share) < 0.02 ? 1 : 0;
    }
    assertThat(covering / (double) rounds).isGreaterThanOrEqualTo(LEAST);
    assertThat(uncorrected).as("counts that need no correction").isLessThan(rounds);
  }

  private static double draw(Random random, List<Double> scores) {
    return scores.get(random.nextInt(scores.size()));
  }

  private static List<Double> scores(String truth) throws IOException {
    List<Double> scores = new ArrayList<>();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(CoverageTest.class.getResourceAsStream("scores.tsv")),
                StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith(truth + "\t")) {
          scores.add(Double.valueOf(line.substring(2)));
        }
      }
    }
    return scores;
  }
}
