// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.classifiers.linear;

import de.bwaldvogel.liblinear.Feature;
import de.bwaldvogel.liblinear.FeatureNode;
import de.bwaldvogel.liblinear.Linear;
import de.bwaldvogel.liblinear.Model;
import de.bwaldvogel.liblinear.Parameter;
import de.bwaldvogel.liblinear.Problem;
import de.bwaldvogel.liblinear.SolverType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Learns the heads of one {@link LinearModel} with liblinear's L2-regularised logistic regression.
 *
 * <p>The dual coordinate solver is used, several times faster here than the primal one. It visits
 * examples in an order drawn from liblinear's static generator, which is reset before every fit, so
 * that equal input gives equal weights; nothing else may train in the same process meanwhile.
 */
public final class Learner {
  private static final int RAREST = 3;
  private static final double TOLERANCE = 0.1;
  private static final double SMOOTHING = 0.2;

  private final int bits;
  private final List<SparseVector> vectors;
  private final byte[] idf;
  private final Feature[] @Nullable [] prepared;
  private final List<String> heads = new ArrayList<>();
  private final List<float[]> weights = new ArrayList<>();
  private final List<Double> biases = new ArrayList<>();

  static {
    Linear.disableDebugOutput();
  }

  /** A learner on these vectors, in a space of 2^bits buckets. */
  public Learner(int bits, List<SparseVector> vectors) {
    this.bits = bits;
    this.vectors = vectors;
    this.idf = idf(bits, vectors);
    this.prepared = new Feature[vectors.size()][];
  }

  private static byte[] idf(int bits, List<SparseVector> vectors) {
    int[] documents = new int[1 << bits];
    int shift = FeatureHasher.BITS - bits;
    for (SparseVector vector : vectors) {
      int last = -1;
      for (int i = 0; i < vector.size; i++) {
        int bucket = vector.hashes[i] >>> shift;
        if (bucket != last) {
          documents[bucket]++;
          last = bucket;
        }
      }
    }
    byte[] codes = new byte[documents.length];
    for (int bucket = 0; bucket < codes.length; bucket++) {
      if (documents[bucket] >= RAREST) {
        double value = StrictMath.log((1.0 + vectors.size()) / (1.0 + documents[bucket])) + 1;
        codes[bucket] = (byte) Math.min(255, Math.round(value / LinearModel.IDF_STEP));
      }
    }
    return codes;
  }

  /** Learns one head on all the examples and adds it to the model. */
  public void learn(String head, Examples examples, Method method) {
    add(head, fit(examples, i -> true, method));
  }

  /** Adds a head to the model. */
  public void add(String head, Weights learned) {
    heads.add(head);
    weights.add(learned.ofBuckets());
    biases.add(learned.bias());
  }

  /**
   * Scores each example by a head learned without its fold.
   *
   * @param folds number of folds; an example belongs to the fold {@code group mod folds}
   */
  public double[] outOfFold(Examples examples, int folds, Method method) {
    double[] scores = new double[examples.size()];
    for (int fold = 0; fold < folds; fold++) {
      int held = fold;
      Weights learned = fit(examples, i -> Math.floorMod(examples.group(i), folds) != held, method);
      for (int i = 0; i < scores.length; i++) {
        if (Math.floorMod(examples.group(i), folds) == held) {
          scores[i] = score(examples.vector(i), learned);
        }
      }
    }
    return scores;
  }

  /** What learned weights say of a vector. */
  public double score(int vector, Weights learned) {
    return learned.score(prepared(vector));
  }

  /** Learns from the chosen examples; the score is positive for the positive label. */
  public Weights fit(Examples examples, IntPredicate chosen, Method method) {
    int[] rows =
        IntStream.range(0, examples.size())
            .filter(chosen)
            .flatMap(i -> IntStream.generate(() -> i).limit(examples.weight(i)))
            .toArray();
    Feature[][] features = new Feature[rows.length][];
    boolean[] truths = new boolean[rows.length];
    for (int i = 0; i < rows.length; i++) {
      features[i] = prepared(examples.vector(rows[i]));
      truths[i] = examples.truth(rows[i]);
    }
    if (method != Method.RATIO_REGRESSION) {
      return new Weights(solve(features, truths, examples.positiveWeight(), method.cost));
    }
    double[] ratios = ratios(features, truths);
    for (int i = 0; i < features.length; i++) {
      features[i] = scaled(features[i], ratios);
    }
    double[] learned = solve(features, truths, examples.positiveWeight(), method.cost);
    for (int i = 0; i < learned.length; i++) {
      learned[i] *= ratios[i];
    }
    return new Weights(learned);
  }

  /** Log of how much more of a feature's mass lies in the positives; 1 for the bias. */
  private double[] ratios(Feature[][] features, boolean[] truths) {
    double[] positive = new double[(1 << bits) + 1];
    double[] negative = new double[positive.length];
    Arrays.fill(positive, SMOOTHING);
    Arrays.fill(negative, SMOOTHING);
    for (int i = 0; i < features.length; i++) {
      double[] mass = truths[i] ? positive : negative;
      for (Feature feature : features[i]) {
        mass[feature.getIndex() - 1] += feature.getValue();
      }
    }
    double ofPositives = Arrays.stream(positive, 0, 1 << bits).sum();
    double ofNegatives = Arrays.stream(negative, 0, 1 << bits).sum();
    double[] ratios = new double[positive.length];
    for (int i = 0; i < ratios.length; i++) {
      ratios[i] = StrictMath.log(positive[i] / ofPositives / (negative[i] / ofNegatives));
    }
    ratios[1 << bits] = 1;
    return ratios;
  }

  private static Feature[] scaled(Feature[] features, double[] ratios) {
    Feature[] scaled = new Feature[features.length];
    for (int i = 0; i < features.length; i++) {
      int index = features[i].getIndex();
      scaled[i] = new FeatureNode(index, features[i].getValue() * ratios[index - 1]);
    }
    return scaled;
  }

  private double[] solve(
      Feature[][] features, boolean[] truths, double positiveWeight, double cost) {
    Problem problem = new Problem();
    problem.l = features.length;
    problem.n = (1 << bits) + 1;
    problem.x = features;
    problem.y = new double[features.length];
    for (int i = 0; i < truths.length; i++) {
      problem.y[i] = truths[i] ? 1 : -1;
    }
    Parameter parameter = new Parameter(SolverType.L2R_LR_DUAL, cost, TOLERANCE);
    parameter.setWeights(new double[] {positiveWeight, 1}, new int[] {1, -1});
    Linear.resetRandom();
    Model model = Linear.train(problem, parameter);
    double[] learned = model.getFeatureWeights();
    if (model.getLabels()[0] != 1) {
      for (int i = 0; i < learned.length; i++) {
        learned[i] = -learned[i];
      }
    }
    return learned;
  }

  private Feature[] prepared(int vector) {
    Feature[] features = prepared[vector];
    if (features == null) {
      features = features(vectors.get(vector));
      prepared[vector] = features;
    }
    return features;
  }

  private Feature[] features(SparseVector vector) {
    int shift = FeatureHasher.BITS - bits;
    int[] buckets = new int[vector.size];
    double[] values = new double[vector.size];
    int size = 0;
    double squares = 0;
    for (int i = 0; i < vector.size; i++) {
      int bucket = vector.hashes[i] >>> shift;
      double value =
          LinearModel.termFrequency(vector.counts[i]) * (idf[bucket] & 0xFF) * LinearModel.IDF_STEP;
      squares += value * value;
      if (value == 0) {
        continue;
      }
      if (size > 0 && buckets[size - 1] == bucket) {
        values[size - 1] += value;
      } else {
        buckets[size] = bucket;
        values[size++] = value;
      }
    }
    double norm = squares == 0 ? 1 : Math.sqrt(squares);
    Feature[] features = new Feature[size + 1];
    for (int i = 0; i < size; i++) {
      features[i] = new FeatureNode(buckets[i] + 1, values[i] / norm);
    }
    features[size] = new FeatureNode((1 << bits) + 1, 1);
    return features;
  }

  /** The model of the heads learned so far. */
  public LinearModel model() {
    double[] offsets = biases.stream().mapToDouble(Double::doubleValue).toArray();
    return LinearModel.quantise(bits, idf, heads, weights, offsets);
  }
}
