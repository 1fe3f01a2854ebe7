// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.classifiers.train;

import java.util.function.ToDoubleFunction;
import org.marsad.classifiers.linear.Examples;

/** From which probability on something is called so. */
final class Threshold {
  private static final int LOWEST = 10;
  private static final int HIGHEST = 90;

  private Threshold() {}

  /**
   * The lowest probability, in steps of one hundredth from 0.1 to 0.9, that gives the best measure.
   *
   * @param probabilities of the examples, in their order
   */
  static double best(
      double[] probabilities, Examples examples, ToDoubleFunction<Confusion> measure) {
    double best = 0.5;
    double highest = -1;
    for (int step = LOWEST; step <= HIGHEST; step++) {
      double reached = measure.applyAsDouble(called(probabilities, step / 100.0, examples));
      if (reached > highest + 1e-9) {
        highest = reached;
        best = step / 100.0;
      }
    }
    return best;
  }

  /** What calling the examples by a threshold comes to. */
  static Confusion called(double[] probabilities, double threshold, Examples examples) {
    Confusion confusion = new Confusion();
    for (int i = 0; i < probabilities.length; i++) {
      confusion.add(probabilities[i] >= threshold, examples.truth(i));
    }
    return confusion;
  }
}
