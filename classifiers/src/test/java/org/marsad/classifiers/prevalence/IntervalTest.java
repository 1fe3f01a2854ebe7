// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.classifiers.prevalence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** An estimate lies in its own interval, and so does the truth where nothing is positive. */
class IntervalTest {
  private static final int ROUNDS = 400;

  /** Languages of evaluation sets as small and as clean as some are. */
  private static final Map<String, KnownErrors> ERRORS =
      Map.of(
          "ar", new KnownErrors(40, 10, 1, 99),
          "ary", new KnownErrors(12, 8, 0, 40),
          "en", new KnownErrors(30, 5, 0, 60),
          "fr", new KnownErrors(27, 35, 3, 442),
          "poor", new KnownErrors(50, 50, 80, 320));

  private final StratifiedCount count = new StratifiedCount(ERRORS);

  @Test
  void shareAndDifferenceLieInTheirIntervals() {
    Random random = new Random(4);
    for (int round = 0; round < ROUNDS; round++) {
      Map<String, Calls> ones = calls(random);
      Map<String, Calls> others = calls(random);
      PrevalenceEstimate share = count.estimate(ones);
      Difference difference = count.difference(ones, others);

      assertThat(share.prevalence()).as("%s", ones).isBetween(share.low(), share.high());
      assertThat(difference.difference())
          .as("%s and %s", ones, others)
          .isBetween(difference.low(), difference.high());
    }
  }

  @Test
  void theShareOfOneStratumLiesInItsInterval() {
    for (KnownErrors errors : ERRORS.values()) {
      for (int documents = 1; documents < 8; documents++) {
        for (int called = 0; called <= documents; called++) {
          PrevalenceEstimate share = new AdjustedCount(errors).estimate(called, documents);

          assertThat(share.prevalence())
              .as("%d of %d by %s", called, documents, errors)
              .isBetween(share.low(), share.high());
        }
      }
    }
  }

  /** Jeffreys' half observation alone excluded this truth, as often as there were strata. */
  @Test
  void whereNothingIsPositiveTheIntervalSaysThatThisMayBe() {
    Map<String, Calls> none =
        Map.of("ar", new Calls(0, 3), "ary", new Calls(0, 2), "en", new Calls(0, 2));
    double[] drawn = new double[40];
    Arrays.fill(drawn, 0.008);

    assertThat(count.estimate(none).low()).isZero();
    assertThat(Interval.around(0, drawn, drawn)).isEqualTo(new Interval(0, 0.008));
  }

  private static Map<String, Calls> calls(Random random) {
    Map<String, Calls> calls = new TreeMap<>();
    double share = random.nextDouble() * random.nextDouble();
    int most = 1 + random.nextInt(random.nextBoolean() ? 6 : 400);
    for (String stratum : ERRORS.keySet()) {
      int documents = random.nextInt(most + 1);
      int called = 0;
      for (int text = 0; text < documents; text++) {
        called += random.nextDouble() < share ? 1 : 0;
      }
      calls.put(stratum, new Calls(called, documents));
    }
    calls.merge("fr", new Calls(0, 1), (a, b) -> a.documents() == 0 ? b : a);
    return calls;
  }
}
