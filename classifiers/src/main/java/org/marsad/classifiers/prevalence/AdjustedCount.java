// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.classifiers.prevalence;

import java.util.Random;

/**
 * Adjusted classify-and-count: of a share {@code c} of texts called positive, {@code (c - fpr) /
 * (tpr - fpr)} are positive, clipped to 0 and 1 (Rogan and Gladen 1978, American Journal of
 * Epidemiology 107; Forman 2008, Data Mining and Knowledge Discovery 17).
 *
 * <p>The interval is a Bayesian bootstrap (Rubin 1981, Annals of Statistics 9) of three proportions
 * at once, the calls among the set's positives, among its negatives, and among the counted texts:
 * each is drawn from a beta distribution of its counts. Half an observation is added to each count
 * (Jeffreys), because a set without one false positive does not prove that there are none. The same
 * counts always give the same interval.
 */
public final class AdjustedCount {
  static final int DRAWS = 1000;
  private static final double UNSEEN = 0.5;
  static final long SEED = 1978;

  private final KnownErrors errors;

  /**
   * @throws IllegalArgumentException if the classifier calls positives no oftener than negatives:
   *     its calls then tell nothing
   */
  public AdjustedCount(KnownErrors errors) {
    if (!tells(errors)) {
      throw new IllegalArgumentException(
          "Calls tell nothing where positives are called no oftener than negatives: " + errors);
    }
    this.errors = errors;
  }

  /** Whether calls with such errors tell anything: positives are called oftener than negatives. */
  public static boolean tells(KnownErrors errors) {
    return errors.truePositiveRate() > errors.falsePositiveRate();
  }

  /**
   * The share of positives among counted texts.
   *
   * @param called how many of them the classifier called positive
   * @param documents how many there are, at least one
   * @throws IllegalArgumentException if there are none, or fewer than were called
   */
  public PrevalenceEstimate estimate(int called, int documents) {
    if (documents < 1 || called < 0 || called > documents) {
      throw new IllegalArgumentException(called + " of " + documents + " texts is no share");
    }
    Random random = new Random(SEED);
    double[] lows = new double[DRAWS];
    double[] highs = new double[DRAWS];
    for (int draw = 0; draw < DRAWS; draw++) {
      double share = rate(random, called, documents - called);
      double tpr = rate(random, errors.truePositives(), errors.falseNegatives());
      double fpr = rate(random, errors.falsePositives(), errors.trueNegatives());
      // A draw in which the calls tell nothing leaves every share possible.
      lows[draw] = tpr > fpr ? adjusted(share, tpr, fpr) : 0;
      highs[draw] = tpr > fpr ? lows[draw] : 1;
    }
    double share = called / (double) documents;
    double prevalence = adjusted(share, errors.truePositiveRate(), errors.falsePositiveRate());
    return PrevalenceEstimate.of(share, prevalence, Interval.around(prevalence, lows, highs));
  }

  static double adjusted(double share, double tpr, double fpr) {
    return Math.max(0, Math.min(1, (share - fpr) / (tpr - fpr)));
  }

  static double rate(Random random, int called, int others) {
    double first = gamma(random, called + UNSEEN);
    return first / (first + gamma(random, others + UNSEEN));
  }

  /**
   * A draw from the gamma distribution by Marsaglia and Tsang (2000), which wants shapes from 1.
   */
  private static double gamma(Random random, double shape) {
    if (shape < 1) {
      return gamma(random, shape + 1) * StrictMath.pow(random.nextDouble(), 1 / shape);
    }
    double d = shape - 1.0 / 3;
    double c = 1 / StrictMath.sqrt(9 * d);
    while (true) {
      double x = random.nextGaussian();
      double root = 1 + c * x;
      double v = root * root * root;
      double u = random.nextDouble();
      // The first bound implies the second, which costs two logarithms.
      if (v > 0
          && (u < 1 - 0.0331 * (x * x) * (x * x)
              || StrictMath.log(u) < 0.5 * x * x + d - d * v + d * StrictMath.log(v))) {
        return d * v;
      }
    }
  }
}
