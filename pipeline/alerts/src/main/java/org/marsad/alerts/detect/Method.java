// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.alerts.detect;

import java.util.List;

/**
 * The parameters of a detector; times are counted in buckets. How they were chosen stands in {@code
 * DETECTOR.md}.
 *
 * @param cycles the habits that the baseline knows
 * @param window how far back the past counts
 * @param guard how many of the latest buckets, the judged one among them, the baseline leaves out,
 *     so that a rise does not excuse itself
 * @param halfLife the age at which a bucket counts half
 * @param spans sums of how many latest buckets are tested
 * @param alpha the p below which there is an alarm
 * @param learning how many buckets have to be known before cycles are trusted
 * @param calm the p above which a bucket is calm
 * @param calmFor how many calm buckets in a row close an incident
 */
public record Method(
    List<Cycle> cycles,
    int window,
    int guard,
    double halfLife,
    List<Integer> spans,
    double alpha,
    int learning,
    double calm,
    int calmFor) {

  /** Without cycles, which a short past cannot tell from chance. */
  Method whileLearning() {
    return new Method(List.of(), window, 1, halfLife, List.of(1), alpha, learning, calm, calmFor);
  }
}
