// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.classifiers.linear;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Whether probabilities mean what they say: the texts in order of their probability, cut into bins
 * of equal numbers of texts, each with what was said and what is true of it.
 *
 * @param bins from the lowest probabilities to the highest; texts of equal probability share a bin
 */
public record Reliability(List<Bin> bins) {
  /**
   * @param texts how many there are, at least one
   * @param said their mean probability, 0 to 1
   * @param happened which share of them is positive, 0 to 1
   */
  public record Bin(int texts, double said, double happened) {}

  /**
   * Puts texts into bins.
   *
   * @param probabilities one a text, 0 to 1
   * @param truths whether the text of the same position is positive
   * @param most how many bins there may be
   * @throws IllegalArgumentException if the lengths differ or there are no texts
   */
  public static Reliability of(double[] probabilities, boolean[] truths, int most) {
    if (probabilities.length != truths.length || probabilities.length == 0) {
      throw new IllegalArgumentException(
          probabilities.length + " probabilities with " + truths.length + " truths");
    }
    int[] order =
        IntStream.range(0, probabilities.length)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> probabilities[i]))
            .mapToInt(Integer::intValue)
            .toArray();
    List<Bin> bins = new ArrayList<>();
    int start = 0;
    for (int end = 1; end <= order.length; end++) {
      boolean full = (long) end * most >= (bins.size() + 1L) * order.length;
      boolean tied =
          end < order.length && probabilities[order[end]] == probabilities[order[end - 1]];
      if (full && !tied || end == order.length) {
        bins.add(bin(probabilities, truths, order, start, end));
        start = end;
      }
    }
    return new Reliability(List.copyOf(bins));
  }

  private static Bin bin(
      double[] probabilities, boolean[] truths, int[] order, int start, int end) {
    double said = 0;
    int positives = 0;
    for (int i = start; i < end; i++) {
      said += probabilities[order[i]];
      positives += truths[order[i]] ? 1 : 0;
    }
    int texts = end - start;
    return new Bin(texts, said / texts, positives / (double) texts);
  }

  /** How many texts there are in all bins. */
  public int texts() {
    return bins.stream().mapToInt(Bin::texts).sum();
  }

  /**
   * The expected calibration error, 0 to 1: how far what was said is from what is true, over all
   * texts (Naeini, Cooper and Hauskrecht 2015, AAAI; in bins of equal mass as Nixon et al. 2019).
   */
  public double expectedError() {
    return bins.stream()
            .mapToDouble(bin -> bin.texts() * Math.abs(bin.said() - bin.happened()))
            .sum()
        / texts();
  }
}
