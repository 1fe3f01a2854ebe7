// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.classifiers.linear;

/**
 * Platt scaling: probability = 1 / (1 + exp(slope * score + offset)), fitted by Newton's method
 * with the targets of Lin, Lin and Weng (2007).
 */
public record Calibration(double slope, double offset) {
  /** The probability that belongs to a score. */
  public double probability(double score) {
    return 1 / (1 + StrictMath.exp(slope * score + offset));
  }

  /** Fits on scores and truths that the scoring model has not been trained on. */
  public static Calibration fit(double[] scores, boolean[] truths) {
    int positives = 0;
    for (boolean truth : truths) {
      positives += truth ? 1 : 0;
    }
    int negatives = truths.length - positives;
    double high = (positives + 1.0) / (positives + 2.0);
    double low = 1.0 / (negatives + 2.0);
    double slope = -1;
    double offset = StrictMath.log((negatives + 1.0) / (positives + 1.0));
    for (int round = 0; round < 100; round++) {
      double gs = 0;
      double go = 0;
      double hss = 1e-9;
      double hso = 0;
      double hoo = 1e-9;
      for (int i = 0; i < scores.length; i++) {
        double p = 1 / (1 + StrictMath.exp(slope * scores[i] + offset));
        double error = (truths[i] ? high : low) - p;
        double weight = p * (1 - p);
        gs += error * scores[i];
        go += error;
        hss += weight * scores[i] * scores[i];
        hso += weight * scores[i];
        hoo += weight;
      }
      double determinant = hss * hoo - hso * hso;
      double ds = (hoo * gs - hso * go) / determinant;
      double stepOffset = (hss * go - hso * gs) / determinant;
      double damp = Math.min(1, 5 / (Math.abs(ds) + Math.abs(stepOffset) + 1e-12));
      slope -= damp * ds;
      offset -= damp * stepOffset;
      if (Math.abs(ds) + Math.abs(stepOffset) < 1e-9) {
        break;
      }
    }
    return new Calibration(slope, offset);
  }
}
