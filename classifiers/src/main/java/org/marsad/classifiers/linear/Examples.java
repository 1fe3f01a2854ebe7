// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.classifiers.linear;

import java.util.Arrays;

/** Labelled positions in a learner's list of vectors, built one by one. */
public final class Examples {
  private int[] vectors = new int[256];
  private boolean[] truths = new boolean[256];
  private int[] groups = new int[256];
  private int[] weights = new int[256];
  private int size;
  private int positives;

  /** Adds an example that counts once; see {@link #add(int, boolean, int, int)}. */
  public void add(int vector, boolean truth, int group) {
    add(vector, truth, group, 1);
  }

  /**
   * Adds an example.
   *
   * @param vector its position among the learner's vectors
   * @param group equal for examples that must not be parted between folds
   * @param weight how often it counts when weights are learned; it is measured once
   */
  public void add(int vector, boolean truth, int group, int weight) {
    if (size == vectors.length) {
      vectors = Arrays.copyOf(vectors, size * 2);
      truths = Arrays.copyOf(truths, size * 2);
      groups = Arrays.copyOf(groups, size * 2);
      weights = Arrays.copyOf(weights, size * 2);
    }
    vectors[size] = vector;
    truths[size] = truth;
    groups[size] = group;
    weights[size] = weight;
    size++;
    positives += truth ? 1 : 0;
  }

  public int size() {
    return size;
  }

  public int positives() {
    return positives;
  }

  public int vector(int i) {
    return vectors[i];
  }

  public boolean truth(int i) {
    return truths[i];
  }

  public int group(int i) {
    return groups[i];
  }

  int weight(int i) {
    return weights[i];
  }

  /** All labels, in order. */
  public boolean[] truths() {
    return Arrays.copyOf(truths, size);
  }

  /** The labels of the chosen examples. */
  public boolean[] truths(int[] chosen) {
    boolean[] labels = new boolean[chosen.length];
    for (int i = 0; i < labels.length; i++) {
      labels[i] = truths[chosen[i]];
    }
    return labels;
  }

  /** How much an error on a positive costs, so that both classes weigh the same. */
  double positiveWeight() {
    int all = 0;
    int positive = 0;
    for (int i = 0; i < size; i++) {
      all += weights[i];
      positive += truths[i] ? weights[i] : 0;
    }
    return positive == 0 ? 1 : (all - positive) / (double) positive;
  }
}
