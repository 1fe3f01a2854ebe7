// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.classifiers.linear;

import de.bwaldvogel.liblinear.Feature;
import java.util.List;

/** A linear function of a text's features, as a {@link Learner} learned it; the bias is last. */
public final class Weights {
  private final double[] values;

  Weights(double[] values) {
    this.values = values;
  }

  /**
   * The function {@code offset + Σ factor · function}.
   *
   * @param functions at least one, all of one learner
   * @param factors one for each function
   */
  public static Weights combined(List<Weights> functions, double[] factors, double offset) {
    double[] sum = new double[functions.get(0).values.length];
    for (int f = 0; f < factors.length; f++) {
      double[] values = functions.get(f).values;
      for (int i = 0; i < sum.length; i++) {
        sum[i] += factors[f] * values[i];
      }
    }
    sum[sum.length - 1] += offset;
    return new Weights(sum);
  }

  double score(Feature[] features) {
    double score = 0;
    for (Feature feature : features) {
      score += feature.getValue() * values[feature.getIndex() - 1];
    }
    return score;
  }

  double bias() {
    return values[values.length - 1];
  }

  /** The weights of the buckets, the bias left out. */
  float[] ofBuckets() {
    float[] weights = new float[values.length - 1];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = (float) values[i];
    }
    return weights;
  }
}
