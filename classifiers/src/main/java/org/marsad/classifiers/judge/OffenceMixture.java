// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.classifiers.judge;

/**
 * How the heads of several labelled sets become one judgement: each set has its own notion of what
 * offends, so each counts as far as a text is like the set's.
 */
public final class OffenceMixture {
  private static final String LIKENESS = "like ";
  private static final double LEAST = 1e-6;

  private OffenceMixture() {}

  /** Name of the head that a set teaches for a language. */
  public static String head(String language, String set) {
    return language + " " + set;
  }

  /** Whether a head is one that a set teaches for a language. */
  public static boolean isOf(String language, String head) {
    return head.startsWith(language + " ");
  }

  /** Name of the head that tells how much a text is like the set of another head. */
  public static String likeness(String head) {
    return LIKENESS + head;
  }

  /**
   * The log-odds of offence before the language's own calibration.
   *
   * @param offence probability of offence by each set's head
   * @param likeness weight of each, not all 0
   */
  public static double score(double[] offence, double[] likeness) {
    double mixed = 0;
    double total = 0;
    for (int set = 0; set < offence.length; set++) {
      mixed += likeness[set] * offence[set];
      total += likeness[set];
    }
    double probability = Math.min(1 - LEAST, Math.max(LEAST, mixed / total));
    return StrictMath.log(probability / (1 - probability));
  }
}
