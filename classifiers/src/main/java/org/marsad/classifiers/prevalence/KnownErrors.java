// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.classifiers.prevalence;

/**
 * How a classifier called the texts of an evaluation set whose truth is known.
 *
 * @param truePositives positives that were called positive
 * @param falseNegatives positives that were missed
 * @param falsePositives negatives that were called positive
 * @param trueNegatives negatives that were called negative
 */
public record KnownErrors(
    int truePositives, int falseNegatives, int falsePositives, int trueNegatives) {

  /**
   * @throws IllegalArgumentException if a count is negative, or there is no positive or no negative
   *     to tell an error rate by
   */
  public KnownErrors {
    if (Math.min(Math.min(truePositives, falseNegatives), Math.min(falsePositives, trueNegatives))
        < 0) {
      throw new IllegalArgumentException("A count of an evaluation set is negative");
    }
    if (truePositives + falseNegatives == 0 || falsePositives + trueNegatives == 0) {
      throw new IllegalArgumentException(
          "An evaluation set needs positives and negatives, and has "
              + (truePositives + falseNegatives)
              + " and "
              + (falsePositives + trueNegatives));
    }
  }

  /**
   * Counts the calls of a decision that is taken from a score on.
   *
   * @param scores one a text
   * @param truths whether the text of the same position is positive
   * @param threshold the least score that is called positive
   * @throws IllegalArgumentException if the lengths differ, or all truths are alike
   */
  public static KnownErrors of(double[] scores, boolean[] truths, double threshold) {
    if (scores.length != truths.length) {
      throw new IllegalArgumentException(
          scores.length + " scores but " + truths.length + " truths: give one for each text");
    }
    int[] positives = new int[2];
    int[] negatives = new int[2];
    for (int i = 0; i < scores.length; i++) {
      (truths[i] ? positives : negatives)[scores[i] >= threshold ? 1 : 0]++;
    }
    return new KnownErrors(positives[1], positives[0], negatives[1], negatives[0]);
  }

  /** Share of the positives that are called positive. */
  public double truePositiveRate() {
    return truePositives / (double) (truePositives + falseNegatives);
  }

  /** Share of the negatives that are called positive. */
  public double falsePositiveRate() {
    return falsePositives / (double) (falsePositives + trueNegatives);
  }
}
