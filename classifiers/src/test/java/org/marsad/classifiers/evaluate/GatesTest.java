// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.classifiers.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.marsad.classifiers.evaluate.Gate.Direction;
import org.marsad.classifiers.suites.ClassResult;
import org.marsad.classifiers.suites.Expectation;
import org.marsad.classifiers.suites.FunctionalResults;

class GatesTest {
  private static final FunctionalResults FUNCTIONAL =
      new FunctionalResults(
          List.of(),
          List.of(
              new ClassResult("fr", "slur", Expectation.HOSTILE, 10, 8, 8, 10),
              new ClassResult("fr", "report", Expectation.NOT_HOSTILE, 10, 7, 2, 9),
              new ClassResult("fr", "neutral-mention", Expectation.NOT_HOSTILE, 20, 12, 1, 14)));

  @Test
  void functionalTestsGiveUseMentionAndClassGates() {
    assertThat(Gates.of(new Measurements(FUNCTIONAL, List.of(), List.of())))
        .containsExactly(
            new Gate("quoting or condemning called HOSTILE", "fr", 0.2, 0.1, Direction.AT_MOST),
            new Gate("neutral or positive called HOSTILE", "fr", 0.05, 0.05, Direction.AT_MOST),
            new Gate("functional tests, slur", "fr", 0.8, 0.9, Direction.AT_LEAST),
            new Gate("functional tests, report", "fr", 0.8, 0.9, Direction.AT_LEAST),
            new Gate("functional tests, neutral-mention", "fr", 0.95, 0.9, Direction.AT_LEAST));
  }

  @Test
  void textsGiveGatesOfGapGroupsCalibrationAndPrevalence() {
    List<Judged> reference = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      boolean hostile = i % 2 == 0;
      String group = i % 4 < 2 ? "REFUGEE" : "ARAB";
      // French says what is so; in Arabic one not hostile text in three is taken for hostile.
      reference.add(JudgedTexts.about(group, "fr", hostile, hostile ? 0.99 : 0.01));
      double arabic = hostile || i % 3 == 0 ? 0.6 : 0.01;
      reference.add(JudgedTexts.about(group, "arb", hostile, arabic));
    }
    List<Gate> gates = Gates.of(new Measurements(FUNCTIONAL, List.of(), reference));

    assertThat(gate(gates, "false-positive gap, gold-dev", "arb, fr").figure()).isEqualTo(0.333);
    assertThat(gate(gates, "BPSN AUC, REFUGEE", "fr").figure()).isEqualTo(1);
    assertThat(gate(gates, "BPSN AUC from overall, REFUGEE", "fr").figure()).isZero();
    assertThat(gate(gates, "BNSP AUC, ARAB", "arb").figure()).isBetween(0.7, 0.95);
    assertThat(gate(gates, "BNSP AUC, ARAB", "all").holds()).isTrue();
    assertThat(gate(gates, "calibration error of hostility", "fr").figure()).isEqualTo(0.01);
    assertThat(gate(gates, "calibration error of hostility", "arb").holds()).isFalse();
    assertThat(gate(gates, "calibration error of relevance", "arb").figure()).isEqualTo(0.1);
    assertThat(gate(gates, "prevalence coverage, gold-dev", "arb").holds()).isTrue();
  }

  @Test
  void tooFewTextsGiveNoGate() {
    List<Judged> few = List.of(JudgedTexts.about("ARAB", "fr", true, 0.9));

    assertThat(Gates.of(new Measurements(FUNCTIONAL, few, few)))
        .extracting(Gate::name)
        .allMatch(name -> name.startsWith("functional tests, ") || name.endsWith("HOSTILE"));
  }

  @Test
  void aFigureAtItsLimitHolds() {
    assertThat(new Gate("a", "fr", 0.1, 0.1, Direction.AT_MOST).holds()).isTrue();
    assertThat(new Gate("a", "fr", 0.101, 0.1, Direction.AT_MOST).holds()).isFalse();
    assertThat(new Gate("a", "fr", 0.9, 0.9, Direction.AT_LEAST).holds()).isTrue();
    assertThat(new Gate("a", "fr", 0.899, 0.9, Direction.AT_LEAST).holds()).isFalse();
  }

  @Test
  void aReportHoldsOnlyIfEveryGateDoes() throws IOException {
    Gate good = new Gate("good", "fr", 0.95, 0.9, Direction.AT_LEAST);
    Gate bad = new Gate("bad", "es", 0.2, 0.1, Direction.AT_MOST);
    GateReport report = new GateReport("a model", List.of(good, bad));

    assertThat(new GateReport("a model", List.of(good)).hold()).isTrue();
    assertThat(report.hold()).isFalse();
    assertThat(report.table())
        .contains("| good | fr | 0.95 ≥ 0.9 | yes |")
        .contains("| bad | es | 0.2 ≤ 0.1 | **no** |")
        .contains("1 of 2 gates hold.");
    JsonNode json = new ObjectMapper().readTree(report.json());
    assertThat(json.path("hold").isBoolean()).isTrue();
    assertThat(json.path("gates").path(1))
        .isEqualTo(
            new ObjectMapper()
                .readTree(
                    "{\"name\":\"bad\",\"language\":\"es\",\"figure\":0.2,\"limit\":0.1,"
                        + "\"direction\":\"AT_MOST\",\"holds\":false}"));
  }

  private static Gate gate(List<Gate> gates, String name, String language) {
    return gates.stream()
        .filter(gate -> gate.name().equals(name) && gate.language().equals(language))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no gate " + name + " for " + language));
  }
}
