// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.classifiers.agreement;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Krippendorff's alpha, of any number of people who need not all have judged the same (Krippendorff
 * 2011, Computing Krippendorff's Alpha-Reliability): one less the observed disagreement by that
 * which is expected by chance.
 *
 * <p>The interval is the bootstrap over texts that Zapf et al. (2016, BMC Medical Research
 * Methodology 16:93) found to hold what it promises. The same values always give the same interval.
 */
public final class KrippendorffAlpha {
  private static final int DRAWS = 1000;
  private static final double OUTSIDE = 0.05;
  private static final long SEED = 2011;

  private KrippendorffAlpha() {}

  /**
   * @param units the values that each text was given; those with fewer than two are passed over
   */
  public static <V> Agreement of(List<? extends List<V>> units, Scale<V> scale) {
    Map<V, Integer> positions = new LinkedHashMap<>();
    List<int[]> pairable = new ArrayList<>();
    for (List<V> unit : units) {
      if (unit.size() > 1) {
        pairable.add(
            unit.stream()
                .mapToInt(
                    value -> {
                      positions.putIfAbsent(value, positions.size());
                      return positions.get(value);
                    })
                .toArray());
      }
    }
    List<V> values = List.copyOf(positions.keySet());
    int given = pairable.stream().mapToInt(unit -> unit.length).sum();
    double alpha = alpha(pairable, values, scale);
    if (Double.isNaN(alpha)) {
      return new Agreement(null, null, null, pairable.size(), given);
    }
    double[] draws = draws(pairable, values, scale);
    int cut = (int) (draws.length * OUTSIDE / 2);
    boolean told = draws.length > DRAWS / 2;
    return new Agreement(
        alpha,
        told ? draws[cut] : null,
        told ? draws[draws.length - 1 - cut] : null,
        pairable.size(),
        given);
  }

  /** Alphas of texts drawn anew, in order; without those that are not defined. */
  private static <V> double[] draws(List<int[]> units, List<V> values, Scale<V> scale) {
    Random random = new Random(SEED);
    double[] draws = new double[DRAWS];
    for (int draw = 0; draw < DRAWS; draw++) {
      List<int[]> drawn = new ArrayList<>(units.size());
      for (int i = 0; i < units.size(); i++) {
        drawn.add(units.get(random.nextInt(units.size())));
      }
      draws[draw] = alpha(drawn, values, scale);
    }
    return Arrays.stream(draws).filter(Double::isFinite).sorted().toArray();
  }

  /** Not a number where no disagreement is expected. */
  private static <V> double alpha(List<int[]> units, List<V> values, Scale<V> scale) {
    double[] counts = new double[values.size()];
    int given = 0;
    for (int[] unit : units) {
      for (int value : unit) {
        counts[value]++;
        given++;
      }
    }
    double[][] differences = scale.differences(values, counts);
    double expected = 0;
    for (int i = 0; i < counts.length; i++) {
      for (int j = 0; j < counts.length; j++) {
        expected += counts[i] * counts[j] * differences[i][j];
      }
    }
    return 1 - observed(units, differences) * (given - 1) / expected;
  }

  /** The sum of the differences within texts, each text weighing as much as it has values. */
  private static double observed(List<int[]> units, double[][] differences) {
    double observed = 0;
    for (int[] unit : units) {
      double within = 0;
      for (int one : unit) {
        for (int other : unit) {
          within += differences[one][other];
        }
      }
      observed += within / (unit.length - 1);
    }
    return observed;
  }
}
