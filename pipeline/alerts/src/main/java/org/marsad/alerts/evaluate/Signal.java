// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.alerts.evaluate;

import java.util.List;

/**
 * The mean of a daily series: a trend, yearly waves over 52 weeks and weekly waves. The seven are
 * those which Noufaily et al. (2019), "Comparison of statistical algorithms for daily syndromic
 * surveillance aberration detection", Bioinformatics 35(17), take from seven kinds of real daily
 * series: large and small, seasonal and not, Poisson and overdispersed.
 *
 * @param yearly how many harmonics the year has
 * @param level logarithm of the mean without waves
 * @param slope growth of it a day
 * @param yearCosine amplitude of each yearly cosine, on the logarithm
 * @param yearSine of each yearly sine
 * @param weekCosine of both weekly cosines
 * @param weekSine of both weekly sines
 * @param dispersion variance over mean
 * @param shift days by which the waves are moved
 */
record Signal(
    String name,
    int yearly,
    double level,
    double slope,
    double yearCosine,
    double yearSine,
    double weekCosine,
    double weekSine,
    double dispersion,
    int shift) {
  private static final int WEEK = 7;
  private static final int YEAR = 52 * WEEK;
  private static final int WEEKLY = 2;

  static final List<Signal> ALL =
      List.of(
          new Signal("1", 1, 6, 0, 0.2, 0.2, 0.5, 0.4, 2, 29),
          new Signal("3", 1, 0.5, 0, 1.5, 1.4, 0.5, 0.4, 1, -167),
          new Signal("4", 0, 5.5, 0, 0, 0, 0.3, 0.25, 1, 1),
          new Signal("5", 0, 2, 0, 0, 0, 0.3, 0.25, 1, 1),
          new Signal("14", 1, 2, 0.0005, 0.8, 0.8, 0.8, 0.4, 4, 57),
          new Signal("16", 1, 3, 0, 0.8, 0.6, 0.8, 0.4, 4, 29),
          new Signal("17", 0, 6, 0, 0, 0, 0.8, 0.4, 4, 1));

  /**
   * @param day 1 is the first
   */
  double mean(int day) {
    double time = day + shift;
    double sum = level + slope * time;
    sum += waves(yearly, time / YEAR, yearCosine, yearSine);
    sum += waves(WEEKLY, time / WEEK, weekCosine, weekSine);
    return Math.exp(sum);
  }

  private static double waves(int harmonics, double turns, double cosine, double sine) {
    double sum = 0;
    for (int harmonic = 1; harmonic <= harmonics; harmonic++) {
      double angle = 2 * Math.PI * harmonic * turns;
      sum += cosine * Math.cos(angle) + sine * Math.sin(angle);
    }
    return sum;
  }
}
