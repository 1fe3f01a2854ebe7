// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.classifiers.model;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.SortedMap;
import org.marsad.classifiers.linear.Calibration;

/**
 * What a set of models is and how it came about.
 *
 * @param id name of the models
 * @param version of the models; raised when they are trained anew
 * @param texts number of texts of each set that took part, by model and set
 * @param calibrations by name of the decision
 * @param baseRates share of positives in the training data, by name of the decision
 * @param thresholds probabilities from which a decision is taken, chosen on held-out folds
 * @param crossValidation figures measured on held-out folds, by set
 */
@JsonPropertyOrder(alphabetic = true)
public record Manifest(
    String id,
    String version,
    SortedMap<String, Integer> texts,
    SortedMap<String, Calibration> calibrations,
    SortedMap<String, Double> baseRates,
    SortedMap<String, Double> thresholds,
    SortedMap<String, Double> crossValidation) {

  /** Name and version, as assessments carry them. */
  public String name() {
    return id + "-" + version;
  }

  /** The probability that belongs to a decision's score. */
  public double probability(String decision, double score) {
    return calibration(decision).probability(score);
  }

  /** How a decision's scores become probabilities. */
  public Calibration calibration(String decision) {
    Calibration calibration = calibrations.get(decision);
    if (calibration == null) {
      throw new IllegalStateException("The manifest lacks a calibration for " + decision);
    }
    return calibration;
  }

  /** A threshold or base rate that the manifest must have. */
  public static double value(SortedMap<String, Double> values, String decision) {
    Double value = values.get(decision);
    if (value == null) {
      throw new IllegalStateException("The manifest lacks a value for " + decision);
    }
    return value;
  }
}
