// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.alerts.detect;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** Judges a bucket by those before it. A pure function: the same buckets, the same judgement. */
public final class SpikeDetector {
  /** Fewer documents are never an alarm: one hit after none is infinitely more, and no news. */
  public static final int LEAST_COUNT = 3;

  private final Method method;

  public SpikeDetector(Method method) {
    this.method = method;
  }

  /**
   * @param buckets consecutive, oldest first, gaps as {@link Bucket#noData}; the last is judged.
   *     What is older than the method's window is ignored
   */
  public Judgement judge(List<Bucket> buckets) {
    List<Bucket> window =
        buckets.subList(Math.max(0, buckets.size() - method.past().window()), buckets.size());
    long known = window.stream().limit(window.size() - 1L).filter(b -> b.count() != null).count();
    boolean learning = known < method.past().learning();
    if (known < method.past().least()) {
      return new Judgement(
          state(window, true),
          OptionalDouble.empty(),
          OptionalLong.empty(),
          OptionalDouble.empty(),
          false,
          List.of());
    }
    Method used = learning ? method.whileLearning() : method;
    Baseline baseline = new Baseline(used.past(), window);
    Forecast now = baseline.forecast(1);
    Bucket last = window.get(window.size() - 1);
    List<Evidence> tests = new ArrayList<>();
    if (last.count() != null) {
      for (int span : used.spans()) {
        volume(window, span, baseline.forecast(span), tests);
      }
      ShareBaseline shares = new ShareBaseline(used.past(), window);
      for (int span : used.spans()) {
        shares.test(span).ifPresent(tests::add);
      }
    }
    int number = Math.max(tests.size(), used.spans().size());
    OptionalDouble least = tests.stream().mapToDouble(Evidence::p).min();
    OptionalDouble p =
        least.isEmpty() ? least : OptionalDouble.of(Math.min(1, least.getAsDouble() * number));
    double limit = used.alpha() / number;
    List<Evidence> evidence = tests.stream().filter(test -> test.p() < limit).toList();
    return new Judgement(
        state(window, learning),
        OptionalDouble.of(now.mean()),
        OptionalLong.of(now.upper(limit)),
        p,
        !evidence.isEmpty(),
        evidence);
  }

  private static Judgement.State state(List<Bucket> window, boolean learning) {
    if (window.get(window.size() - 1).count() == null) {
      return Judgement.State.NO_DATA;
    }
    return learning ? Judgement.State.LEARNING : Judgement.State.KNOWN;
  }

  private static void volume(
      List<Bucket> window, int span, Forecast forecast, List<Evidence> tests) {
    long observed = 0;
    for (Bucket bucket : window.subList(Math.max(0, window.size() - span), window.size())) {
      observed += bucket.count() == null ? 0 : bucket.count();
    }
    double p = observed < LEAST_COUNT ? 1 : forecast.tail(observed);
    tests.add(new Evidence(Evidence.Kind.VOLUME, span, observed, forecast.mean(), p));
  }
}
