// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.classifiers.train;

/** Counts of right and wrong calls of a yes-or-no decision, and the measures that follow. */
public final class Confusion {
  private int truePositives;
  private int falsePositives;
  private int falseNegatives;
  private int trueNegatives;

  /** Counts one call. */
  public void add(boolean called, boolean truth) {
    if (called) {
      truePositives += truth ? 1 : 0;
      falsePositives += truth ? 0 : 1;
    } else {
      falseNegatives += truth ? 1 : 0;
      trueNegatives += truth ? 0 : 1;
    }
  }

  /** Both counts together. */
  public Confusion plus(Confusion other) {
    Confusion sum = new Confusion();
    sum.truePositives = truePositives + other.truePositives;
    sum.falsePositives = falsePositives + other.falsePositives;
    sum.falseNegatives = falseNegatives + other.falseNegatives;
    sum.trueNegatives = trueNegatives + other.trueNegatives;
    return sum;
  }

  public int size() {
    return truePositives + falsePositives + falseNegatives + trueNegatives;
  }

  public double accuracy() {
    return ratio(truePositives + trueNegatives, size());
  }

  public double precision() {
    return ratio(truePositives, truePositives + falsePositives);
  }

  public double recall() {
    return ratio(truePositives, truePositives + falseNegatives);
  }

  public double f1() {
    return ratio(2 * truePositives, 2 * truePositives + falsePositives + falseNegatives);
  }

  /** Mean of the F1 of both classes. */
  public double macroF1() {
    double negatives =
        ratio(2 * trueNegatives, 2 * trueNegatives + falsePositives + falseNegatives);
    return (f1() + negatives) / 2;
  }

  /** Share of the negatives that were called positive. */
  public double falsePositiveRate() {
    return ratio(falsePositives, falsePositives + trueNegatives);
  }

  private static double ratio(int part, int whole) {
    return whole == 0 ? 0 : part / (double) whole;
  }

  /** Three decimals, as reports print. */
  public static double rounded(double figure) {
    return Math.round(figure * 1000) / 1000.0;
  }
}
