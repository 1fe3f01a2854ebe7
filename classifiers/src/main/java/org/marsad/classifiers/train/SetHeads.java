// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.classifiers.train;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.IntPredicate;
import org.marsad.classifiers.linear.Examples;
import org.marsad.classifiers.linear.Learner;
import org.marsad.classifiers.linear.Method;
import org.marsad.classifiers.linear.Stacker;
import org.marsad.classifiers.linear.Weights;

/**
 * One head a set: every set has its own notion of what offends, so each learns alone first, by both
 * methods; then each set learns how far the heads of all sets tell about its own labels. What comes
 * of it is linear again, one head a set.
 */
final class SetHeads {
  private static final List<Method> METHODS = List.of(Method.REGRESSION, Method.RATIO_REGRESSION);

  private final Learner learner;
  private final List<Examples> sets;
  private final int folds;
  private final List<Stacker> stackers = new ArrayList<>();

  /** By set and fold: the stacker learned without the fold. */
  private final List<List<Stacker>> heldOut = new ArrayList<>();

  /** By set and example: the score of every first head, learned without the example's fold. */
  private final List<List<double[]>> firstScores = new ArrayList<>();

  /**
   * Learns.
   *
   * @param folds examples of one group stay in one of so many folds, in every set
   */
  SetHeads(Learner learner, List<Examples> sets, int folds) {
    this.learner = learner;
    this.sets = sets;
    this.folds = folds;
    for (Examples set : sets) {
      firstScores.add(new ArrayList<>(Collections.nCopies(set.size(), new double[0])));
    }
    for (int fold = 0; fold < folds; fold++) {
      scoreWithout(fold);
    }
    for (int set = 0; set < sets.size(); set++) {
      Examples examples = sets.get(set);
      stackers.add(stacker(set, i -> true));
      List<Stacker> ofSet = new ArrayList<>();
      for (int fold = 0; fold < folds; fold++) {
        int held = fold;
        ofSet.add(stacker(set, i -> fold(examples, i) != held));
      }
      heldOut.add(ofSet);
    }
  }

  private void scoreWithout(int fold) {
    List<Weights> heads = firstHeads(fold);
    for (int set = 0; set < sets.size(); set++) {
      Examples examples = sets.get(set);
      for (int i = 0; i < examples.size(); i++) {
        if (fold(examples, i) == fold) {
          double[] scores = new double[heads.size()];
          for (int head = 0; head < scores.length; head++) {
            scores[head] = learner.score(examples.vector(i), heads.get(head));
          }
          firstScores.get(set).set(i, scores);
        }
      }
    }
  }

  /** Two heads a set, learned without a fold, or on everything where that is −1. */
  private List<Weights> firstHeads(int without) {
    List<Weights> heads = new ArrayList<>();
    for (Examples set : sets) {
      for (Method method : METHODS) {
        heads.add(learner.fit(set, i -> fold(set, i) != without, method));
      }
    }
    return heads;
  }

  private int fold(Examples set, int example) {
    return Math.floorMod(set.group(example), folds);
  }

  private Stacker stacker(int set, IntPredicate chosen) {
    Examples examples = sets.get(set);
    List<double[]> rows = new ArrayList<>();
    List<Boolean> truths = new ArrayList<>();
    for (int i = 0; i < examples.size(); i++) {
      if (chosen.test(i)) {
        rows.add(firstScores.get(set).get(i));
        truths.add(examples.truth(i));
      }
    }
    boolean[] labels = new boolean[truths.size()];
    for (int i = 0; i < labels.length; i++) {
      labels[i] = truths.get(i);
    }
    return Stacker.fit(rows, labels);
  }

  /**
   * What a set's head says of each example of a set, learned without the example's fold.
   *
   * @param head position of the set whose head is asked
   * @param of position of the set whose examples are scored
   */
  double[] outOfFold(int head, int of) {
    Examples examples = sets.get(of);
    double[] scores = new double[examples.size()];
    for (int i = 0; i < scores.length; i++) {
      Stacker stacker = heldOut.get(head).get(fold(examples, i));
      scores[i] = stacker.score(firstScores.get(of).get(i));
    }
    return scores;
  }

  /** The heads learned on everything, one a set. */
  List<Weights> heads() {
    List<Weights> first = firstHeads(-1);
    List<Weights> heads = new ArrayList<>();
    for (Stacker stacker : stackers) {
      heads.add(Weights.combined(first, stacker.factors(), stacker.offset()));
    }
    return heads;
  }
}
