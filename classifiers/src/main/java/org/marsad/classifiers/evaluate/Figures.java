// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.classifiers.evaluate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.SortedMap;
import org.marsad.classifiers.bundle.Bundled;
import org.marsad.classifiers.model.Manifest;
import org.marsad.classifiers.suites.ClassResult;

/**
 * What was measured of the shipped models, for programs: the figures of EVALUATION.md.
 *
 * @param model name and version, as assessments carry them
 * @param trainingTexts number of texts of each set that the models were trained on
 * @param reference measured on the reference set
 * @param functional results of the functional tests by language and class
 * @param gates the limits that we set ourselves
 */
public record Figures(
    String model,
    SortedMap<String, Integer> trainingTexts,
    EvaluationReport reference,
    List<ClassResult> functional,
    List<Gate> gates) {
  /** Beside this class. */
  static final String FILE = "figures.json";

  static Figures of(
      Manifest manifest, EvaluationReport reference, Measurements measured, GateReport gates) {
    return new Figures(
        manifest.name(),
        manifest.texts(),
        reference,
        measured.functional().classes(),
        gates.gates());
  }

  /**
   * The figures that are bundled with the models.
   *
   * @throws IllegalStateException if they are missing or have another form
   */
  public static Figures shipped() {
    try {
      return new ObjectMapper()
          // Whether a gate holds is written for readers, and follows from the rest.
          .configure(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, false)
          .readValue(Bundled.text(Figures.class, FILE), Figures.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(FILE + " is not as the report writes it", e);
    }
  }

  String json() {
    return ReportJson.of(this) + "\n";
  }
}
