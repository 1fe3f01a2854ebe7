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
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

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

  private final int bits;
  private final List<SparseVector> vectors;
  private final byte[] idf;
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

  /**
   * Learns one head on all the examples.
   *
   * @param cost liblinear's C
   */
  public void learn(String head, Examples examples, double cost) {
    double[] learned = fit(prepared(examples), examples, i -> true, cost);
    float[] weight = new float[1 << bits];
    for (int bucket = 0; bucket < weight.length; bucket++) {
      weight[bucket] = (float) learned[bucket];
    }
    heads.add(head);
    weights.add(weight);
    biases.add(learned[1 << bits]);
  }

  /**
   * Scores each example by a head learned without its fold.
   *
   * @param folds number of folds; an example belongs to the fold {@code group mod folds}
   */
  public double[] outOfFold(Examples examples, int folds, double cost) {
    Feature[][] features = prepared(examples);
    double[] scores = new double[examples.size()];
    for (int fold = 0; fold < folds; fold++) {
      int held = fold;
      double[] learned =
          fit(features, examples, i -> Math.floorMod(examples.group(i), folds) != held, cost);
      for (int i = 0; i < scores.length; i++) {
        if (Math.floorMod(examples.group(i), folds) == held) {
          for (Feature feature : features[i]) {
            scores[i] += feature.getValue() * learned[feature.getIndex() - 1];
          }
        }
      }
    }
    return scores;
  }

  private Feature[][] prepared(Examples examples) {
    Feature[][] prepared = new Feature[examples.size()][];
    for (int i = 0; i < prepared.length; i++) {
      prepared[i] = features(vectors.get(examples.vector(i)));
    }
    return prepared;
  }

  /** Weights of the buckets, the bias last; positive for the positive label. */
  private double[] fit(Feature[][] features, Examples examples, IntPredicate chosen, double cost) {
    int[] rows = IntStream.range(0, examples.size()).filter(chosen).toArray();
    Problem problem = new Problem();
    problem.l = rows.length;
    problem.n = (1 << bits) + 1;
    problem.x = new Feature[rows.length][];
    problem.y = new double[rows.length];
    for (int i = 0; i < rows.length; i++) {
      problem.x[i] = features[rows[i]];
      problem.y[i] = examples.truth(rows[i]) ? 1 : -1;
    }
    Parameter parameter = new Parameter(SolverType.L2R_LR_DUAL, cost, TOLERANCE);
    double positiveWeight = examples.positiveWeight();
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
