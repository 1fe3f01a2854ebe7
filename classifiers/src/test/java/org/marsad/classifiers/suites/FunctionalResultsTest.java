// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.classifiers.suites;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.marsad.classifiers.Assessment;
import org.marsad.classifiers.Assessments;
import org.marsad.classifiers.Stance;
import org.marsad.classifiers.Target;

class FunctionalResultsTest {
  @Test
  void eachExpectationCountsItsOwnErrors() {
    FunctionalResults results =
        FunctionalResults.of(
            submission -> found(submission.text()),
            List.of(
                new FunctionalSuite(
                    "fr",
                    List.of(
                        test("slur", Expectation.HOSTILE, "hostile"),
                        test("slur", Expectation.HOSTILE, "neutral"),
                        test("report", Expectation.NOT_HOSTILE, "neutral"),
                        test("report", Expectation.NOT_HOSTILE, "irrelevant"),
                        test("report", Expectation.NOT_HOSTILE, "hostile"),
                        test("report", Expectation.NOT_HOSTILE, "neutral"),
                        test("everyday", Expectation.NOT_RELEVANT, "irrelevant"),
                        test("everyday", Expectation.NOT_RELEVANT, "neutral")))));

    assertThat(results.classes())
        .containsExactly(
            new ClassResult("fr", "slur", Expectation.HOSTILE, 2, 1, 1, 2),
            new ClassResult("fr", "report", Expectation.NOT_HOSTILE, 4, 2, 1, 3),
            new ClassResult("fr", "everyday", Expectation.NOT_RELEVANT, 2, 1, 0, 1));
    assertThat(results.classes()).extracting(ClassResult::rightly).containsExactly(0.5, 0.75, 0.5);
    assertThat(results.languages()).containsExactly("fr");
    assertThat(results.calledHostile("fr", List.of("report", "everyday"))).isEqualTo(1 / 6.0);
    assertThatThrownBy(() -> results.calledHostile("es", List.of("report")))
        .hasMessageContaining("es has no tests of [report]");
  }

  private static FunctionalCase test(String functionalClass, Expectation expectation, String text) {
    return new FunctionalCase(functionalClass, expectation, Target.REFUGEE, "online", text);
  }

  private static Assessment found(String text) {
    return switch (text) {
      case "hostile" -> Assessments.of("fr", true, Stance.HOSTILE, 0.5);
      case "neutral" -> Assessments.of("fr", true, Stance.NEUTRAL, 0.5);
      default -> Assessments.of("fr", false, null, 0.5);
    };
  }
}
