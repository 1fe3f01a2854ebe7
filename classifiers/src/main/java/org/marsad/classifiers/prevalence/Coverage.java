// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.classifiers.prevalence;

import java.util.Random;

/**
 * How often the interval of a corrected count holds the true share, tried out: a classifier that
 * errs as the given one is let loose on evaluation sets of the same size and on counted texts,
 * drawn anew for every round and for shares from rare to half.
 */
public final class Coverage {
  private static final double[] SHARES = {0.005, 0.02, 0.05, 0.1, 0.2, 0.35, 0.5};
  private static final int ROUNDS = 60;
  private static final int DOCUMENTS = 500;
  private static final long SEED = 2002;

  private Coverage() {}

  /**
   * The share, 0 to 1, of the intervals that hold the truth; the same errors always give the same
   * figure. Rounds whose evaluation set tells nothing have no interval; 0 if no round has one.
   */
  public static double of(KnownErrors errors) {
    Random random = new Random(SEED);
    int intervals = 0;
    int covering = 0;
    for (double share : SHARES) {
      for (int round = 0; round < ROUNDS; round++) {
        KnownErrors seen = evaluate(random, errors);
        int called = count(random, DOCUMENTS, calledShare(errors, share));
        if (AdjustedCount.tells(seen)) {
          PrevalenceEstimate estimate = new AdjustedCount(seen).estimate(called, DOCUMENTS);
          intervals++;
          covering += estimate.low() <= share && share <= estimate.high() ? 1 : 0;
        }
      }
    }
    return intervals == 0 ? 0 : covering / (double) intervals;
  }

  private static KnownErrors evaluate(Random random, KnownErrors errors) {
    int positives = errors.truePositives() + errors.falseNegatives();
    int negatives = errors.falsePositives() + errors.trueNegatives();
    int found = count(random, positives, errors.truePositiveRate());
    int wrong = count(random, negatives, errors.falsePositiveRate());
    return new KnownErrors(found, positives - found, wrong, negatives - wrong);
  }

  private static double calledShare(KnownErrors errors, double share) {
    return share * errors.truePositiveRate() + (1 - share) * errors.falsePositiveRate();
  }

  private static int count(Random random, int trials, double probability) {
    int count = 0;
    for (int i = 0; i < trials; i++) {
      count += random.nextDouble() < probability ? 1 : 0;
    }
    return count;
  }
}
