// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.classifiers.prevalence;

import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * {@link AdjustedCount} over texts of several languages, in each of which the classifier errs in
 * another way: every stratum is corrected by its own errors, and weighs as much as it has texts.
 * The errors are drawn once and used for every count: what is compared shares them, so that a
 * difference is not blurred by what both have in common. The same counts always give the same
 * interval. Thread-safe.
 */
public final class StratifiedCount {
  private final SortedMap<String, Drawn> strata = new TreeMap<>();

  /** Error rates as they may be, by draw. */
  private record Drawn(KnownErrors errors, double[] found, double[] wrong) {}

  /**
   * What each draw makes of a count.
   *
   * @param lows the least that it allows: nothing where the calls tell nothing
   * @param highs the most that it allows
   */
  private record Shares(double[] lows, double[] highs) {
    Interval around(double estimate) {
      return Interval.around(estimate, lows, highs);
    }

    Shares minus(Shares others) {
      return new Shares(minus(lows, others.highs), minus(highs, others.lows));
    }

    private static double[] minus(double[] ones, double[] others) {
      double[] differences = new double[ones.length];
      for (int draw = 0; draw < differences.length; draw++) {
        differences[draw] = ones[draw] - others[draw];
      }
      return differences;
    }
  }

  /**
   * @param errors by stratum; those whose calls tell nothing are left out
   */
  public StratifiedCount(Map<String, KnownErrors> errors) {
    errors.forEach(
        (name, known) -> {
          if (AdjustedCount.tells(known)) {
            strata.put(name, draw(known, random(name)));
          }
        });
  }

  private static Drawn draw(KnownErrors errors, Random random) {
    double[] found = new double[AdjustedCount.DRAWS];
    double[] wrong = new double[AdjustedCount.DRAWS];
    for (int draw = 0; draw < found.length; draw++) {
      found[draw] = AdjustedCount.rate(random, errors.truePositives(), errors.falseNegatives());
      wrong[draw] = AdjustedCount.rate(random, errors.falsePositives(), errors.trueNegatives());
    }
    return new Drawn(errors, found, wrong);
  }

  /** Whether the errors in a stratum are known. */
  public boolean knows(String stratum) {
    return strata.containsKey(stratum);
  }

  /**
   * The share of positives among counted texts.
   *
   * @param counted by stratum, each one that is known
   * @throws IllegalArgumentException if there is no text, or a stratum is not known
   */
  public PrevalenceEstimate estimate(Map<String, Calls> counted) {
    long called = counted.values().stream().mapToLong(Calls::called).sum();
    double prevalence = corrected(counted);
    return PrevalenceEstimate.of(
        called / (double) texts(counted), prevalence, draws(counted, 1).around(prevalence));
  }

  /**
   * By how much the share of positives among some texts exceeds that among others.
   *
   * @throws IllegalArgumentException if either has no text, or a stratum is not known
   */
  public Difference difference(Map<String, Calls> ones, Map<String, Calls> others) {
    double difference = corrected(ones) - corrected(others);
    Interval interval = draws(ones, 1).minus(draws(others, 2)).around(difference);
    return new Difference(difference, interval.low(), interval.high());
  }

  private double corrected(Map<String, Calls> counted) {
    double positives = 0;
    for (Map.Entry<String, Calls> one : counted.entrySet()) {
      Calls calls = one.getValue();
      KnownErrors errors = known(one.getKey()).errors();
      positives +=
          calls.documents() == 0
              ? 0
              : calls.documents()
                  * AdjustedCount.adjusted(
                      calls.called() / (double) calls.documents(),
                      errors.truePositiveRate(),
                      errors.falsePositiveRate());
    }
    return positives / texts(counted);
  }

  /**
   * @param seed other counts are other samples
   */
  private Shares draws(Map<String, Calls> counted, int seed) {
    double all = texts(counted);
    Shares shares = new Shares(new double[AdjustedCount.DRAWS], new double[AdjustedCount.DRAWS]);
    new TreeMap<>(counted)
        .forEach(
            (name, calls) -> {
              Drawn drawn = known(name);
              Random random = random(name + seed);
              double weight = calls.documents() / all;
              for (int draw = 0; draw < AdjustedCount.DRAWS && weight > 0; draw++) {
                double share =
                    AdjustedCount.rate(random, calls.called(), calls.documents() - calls.called());
                double found = drawn.found()[draw];
                double wrong = drawn.wrong()[draw];
                boolean tells = found > wrong;
                double adjusted = tells ? AdjustedCount.adjusted(share, found, wrong) : 0;
                shares.lows()[draw] += weight * adjusted;
                shares.highs()[draw] += weight * (tells ? adjusted : 1);
              }
            });
    return shares;
  }

  private Drawn known(String stratum) {
    Drawn drawn = strata.get(stratum);
    if (drawn == null) {
      throw new IllegalArgumentException("The errors of " + stratum + " are not known");
    }
    return drawn;
  }

  private static long texts(Map<String, Calls> counted) {
    long texts = counted.values().stream().mapToLong(Calls::documents).sum();
    if (texts == 0) {
      throw new IllegalArgumentException("No text has no share of anything");
    }
    return texts;
  }

  private static Random random(String name) {
    return new Random(AdjustedCount.SEED + name.hashCode());
  }
}
