// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.alerts.detect;

import java.util.List;
import java.util.Optional;

/**
 * What part of the total the past lets expect, and how much it varies: the pooled share of the
 * buckets before the guard band, newer ones weighing more and those with an outbreak less, and its
 * correlation by Pearson's statistic, as Williams (1982) fits a beta-binomial by moments.
 */
final class ShareBaseline {
  private static final int ROUNDS = 3;
  private static final double SURPRISE = 2.58;

  /** Prior documents, which keep a share off 0 and 1. */
  private static final double PRIOR_COUNT = 0.5;

  private static final double PRIOR_TOTAL = 1;
  private static final double LEAST_CORRELATION = 1e-9;
  private static final double MOST_CORRELATION = 0.5;

  private final List<Bucket> buckets;
  private final int newest;
  private final double halfLife;
  private final double[] weights;
  private double share;
  private double correlation = LEAST_CORRELATION;

  /**
   * @param buckets consecutive, oldest first; the last is the one to judge
   */
  ShareBaseline(Method.Past past, List<Bucket> buckets) {
    this.buckets = buckets;
    this.newest = Math.max(0, buckets.size() - past.guard());
    this.halfLife = past.halfLife();
    this.weights = new double[newest];
    for (int i = 0; i < newest; i++) {
      weights[i] = isShare(buckets.get(i)) ? recency(i) : 0;
    }
    measure();
    for (int round = 0; round < ROUNDS; round++) {
      discountOutbreaks();
      measure();
    }
  }

  /**
   * Of the last buckets together, those without a total left out; empty where nothing is left or
   * the past has no totals.
   */
  Optional<Evidence> test(int span) {
    long count = 0;
    long total = 0;
    for (Bucket bucket : buckets.subList(Math.max(0, buckets.size() - span), buckets.size())) {
      if (isShare(bucket)) {
        count += count(bucket);
        total += total(bucket);
      }
    }
    if (total == 0 || known() == 0) {
      return Optional.empty();
    }
    double p =
        count < SpikeDetector.LEAST_COUNT
            ? 1
            : new BetaBinomial(share, correlation).tail(count, total);
    return Optional.of(new Evidence(Evidence.Kind.SHARE, span, (double) count / total, share, p));
  }

  private void measure() {
    double counts = PRIOR_COUNT;
    double totals = PRIOR_TOTAL;
    for (int i = 0; i < newest; i++) {
      counts += weights[i] * count(buckets.get(i));
      totals += weights[i] * total(buckets.get(i));
    }
    share = counts / totals;
    double excess = 0;
    double pairs = 0;
    for (int i = 0; i < newest; i++) {
      if (weights[i] > 0) {
        double size = total(buckets.get(i));
        double residual = count(buckets.get(i)) - size * share;
        excess += weights[i] * (residual * residual / (size * share * (1 - share)) - 1);
        pairs += weights[i] * (size - 1);
      }
    }
    // The share itself is known from so many documents only.
    double uncertainty = 1 / totals;
    double measured = pairs > 0 ? excess / pairs : 0;
    correlation = Math.min(MOST_CORRELATION, Math.max(LEAST_CORRELATION, measured) + uncertainty);
  }

  private void discountOutbreaks() {
    for (int i = 0; i < newest; i++) {
      if (weights[i] > 0) {
        double size = total(buckets.get(i));
        double variance = size * share * (1 - share) * (1 + (size - 1) * correlation);
        double surprise = (count(buckets.get(i)) - size * share) / Math.sqrt(variance);
        double ratio = SURPRISE / Math.max(surprise, SURPRISE);
        weights[i] = recency(i) * ratio * ratio;
      }
    }
  }

  private double known() {
    double sum = 0;
    for (double weight : weights) {
      sum += weight;
    }
    return sum;
  }

  private double recency(int i) {
    return Math.pow(0.5, (newest - 1 - i) / halfLife);
  }

  private static boolean isShare(Bucket bucket) {
    return total(bucket) > 0;
  }

  private static long total(Bucket bucket) {
    return bucket.count() == null || bucket.total() == null ? 0 : bucket.total();
  }

  private static long count(Bucket bucket) {
    return bucket.count() == null || bucket.total() == null ? 0 : bucket.count();
  }
}
