// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.classifiers.agreement;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.ToDoubleBiFunction;

/**
 * How much two values differ.
 *
 * @param <V> of values, with an equality of their own
 */
@FunctionalInterface
public interface Scale<V> {
  /**
   * The squared differences of the paper, each at least 0 and 0 on the diagonal.
   *
   * @param values all different ones
   * @param counts how often each was given, at the same positions
   */
  double[][] differences(List<V> values, double[] counts);

  /** Values are the same or they are not. */
  static <V> Scale<V> nominal() {
    return (values, counts) -> pairwise(values, (one, other) -> one.equals(other) ? 0 : 1);
  }

  /** Values differ by their distance. */
  static Scale<Integer> interval() {
    return (values, counts) -> pairwise(values, (one, other) -> Math.pow((double) one - other, 2));
  }

  /** Values differ by how many were given between them, since their distances mean nothing. */
  static Scale<Integer> ordinal() {
    return (values, counts) ->
        pairwise(
            values,
            (one, other) -> {
              double between = 0;
              for (int i = 0; i < counts.length; i++) {
                int value = values.get(i);
                if (value == one || value == other) {
                  between += counts[i] / 2;
                } else if (Math.min(one, other) < value && value < Math.max(one, other)) {
                  between += counts[i];
                }
              }
              return one.equals(other) ? 0 : between * between;
            });
  }

  /**
   * Sets differ less the more they share, and less where one is within the other: MASI (Passonneau
   * 2006, Proceedings of LREC). Empty sets are equal.
   */
  static <E> Scale<Set<E>> sets() {
    return (values, counts) -> pairwise(values, Scale::masi);
  }

  private static <E> double masi(Set<E> one, Set<E> other) {
    if (one.equals(other)) {
      return 0;
    }
    Set<E> shared = new HashSet<>(one);
    shared.retainAll(other);
    Set<E> all = new HashSet<>(one);
    all.addAll(other);
    double monotonicity =
        shared.isEmpty() ? 0 : one.containsAll(other) || other.containsAll(one) ? 2.0 / 3 : 1.0 / 3;
    return 1 - monotonicity * shared.size() / all.size();
  }

  private static <V> double[][] pairwise(List<V> values, ToDoubleBiFunction<V, V> difference) {
    double[][] differences = new double[values.size()][values.size()];
    for (int i = 0; i < differences.length; i++) {
      for (int j = 0; j < i; j++) {
        differences[i][j] = difference.applyAsDouble(values.get(i), values.get(j));
        differences[j][i] = differences[i][j];
      }
    }
    return differences;
  }
}
