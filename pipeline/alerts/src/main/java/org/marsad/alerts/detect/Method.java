// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.alerts.detect;

import java.util.List;

/**
 * The parameters of a detector; times are counted in buckets. How well they do stands in {@code
 * DETECTOR.md}.
 *
 * @param past what the expectation is made from
 * @param spans sums of how many latest buckets are tested
 * @param alpha the p below which there is an alarm
 * @param closing when an incident is over
 */
public record Method(Past past, List<Integer> spans, double alpha, Closing closing) {
  /** So much less is believed of a past that is too short to know its cycles. */
  private static final double LEARNING_CAUTION = 10;

  /**
   * @param cycles the habits that the baseline knows
   * @param window how far back the past counts
   * @param guard how many of the latest buckets, the judged one among them, are left out, so that a
   *     rise does not excuse itself
   * @param halfLife the age at which a bucket counts half
   * @param trendPrecision of the prior that there is no trend, in log growth a half-life
   * @param learning how many buckets have to be known before cycles are trusted
   */
  public record Past(
      List<Cycle> cycles,
      int window,
      int guard,
      double halfLife,
      double trendPrecision,
      int learning) {

    /** How many buckets have to be known before anything is said. */
    int least() {
      return learning / 3;
    }
  }

  /**
   * @param calm the p above which a bucket is calm
   * @param buckets how many calm buckets in a row close an incident
   */
  public record Closing(double calm, int buckets) {}

  /** Without cycles, which a short past cannot tell from chance. */
  Method whileLearning() {
    Past pooled =
        new Past(List.of(), past.window, 1, past.halfLife, past.trendPrecision, past.learning);
    return new Method(pooled, List.of(1), alpha / LEARNING_CAUTION, closing);
  }
}
