// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.dashboards.method;

import java.util.List;
import java.util.SortedMap;
import org.marsad.classifiers.Codebook;
import org.marsad.classifiers.evaluate.EvaluationReport;
import org.marsad.classifiers.evaluate.Figures;
import org.marsad.classifiers.evaluate.Gate;
import org.marsad.classifiers.suites.ClassResult;

/**
 * What was measured of the shipped models, as the API tells it.
 *
 * @param model name and version, as assessments carry them
 * @param codebook version of the definitions that models are measured and texts judged by
 * @param trainingTexts number of texts of each set that the models were trained on
 * @param functional results of the functional tests by language and class
 */
record MethodView(
    String model,
    String codebook,
    SortedMap<String, Integer> trainingTexts,
    EvaluationReport reference,
    List<ClassResult> functional,
    List<Limit> gates) {

  /**
   * A limit that the models were measured against.
   *
   * @param language the language or languages that it is measured in
   * @param holds whether the figure is on the right side
   */
  record Limit(
      String name,
      String language,
      double figure,
      double limit,
      Gate.Direction direction,
      boolean holds) {
    static Limit of(Gate gate) {
      return new Limit(
          gate.name(),
          gate.language(),
          gate.figure(),
          gate.limit(),
          gate.direction(),
          gate.holds());
    }
  }

  static MethodView of(Figures figures) {
    return new MethodView(
        figures.model(),
        Codebook.VERSION,
        figures.trainingTexts(),
        figures.reference(),
        figures.functional(),
        figures.gates().stream().map(Limit::of).toList());
  }
}
