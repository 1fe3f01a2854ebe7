// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.index.trend;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.marsad.classifiers.prevalence.Calls;
import org.marsad.classifiers.prevalence.Difference;
import org.marsad.classifiers.prevalence.ErrorSheet;
import org.marsad.classifiers.prevalence.PrevalenceEstimate;
import org.marsad.classifiers.prevalence.StratifiedCount;
import org.marsad.index.trend.HostileShare.Unknown;
import org.marsad.model.Filters;

/** Corrects hostile shares for the known errors of a model. Thread-safe. */
final class Correction {
  /** Of the documents; beyond, a share of the others would pass for that of all. */
  private static final double MOST_UNKNOWN = 0.1;

  /** Of the documents, without the parts that few people wrote. */
  private static final double LEAST_TOLD = 0.5;

  private static final int MOST_KEPT = 20_000;

  private final String model;
  private final StratifiedCount count;

  /** Months past are counted as they were, by every question anew. */
  private final Cache<Map<String, Calls>, PrevalenceEstimate> estimates =
      Caffeine.newBuilder().maximumSize(MOST_KEPT).build();

  Correction(ErrorSheet sheet) {
    this.model = sheet.model();
    this.count = new StratifiedCount(sheet.errors());
  }

  /** Whose errors are known. */
  String model() {
    return model;
  }

  HostileShare share(Filters filters, Judged judged) {
    Map<String, Calls> calls = judged.calls();
    Unknown why = unknown(filters, judged, calls);
    Double called = called(calls);
    if (why == Unknown.FEW_PEOPLE) {
      return HostileShare.unknown(why, null);
    }
    return why != null || called == null
        ? HostileShare.unknown(why == null ? Unknown.NO_DOCUMENTS : why, called)
        : HostileShare.of(estimates.get(known(calls), count::estimate), called);
  }

  /** Null where either share is not known. */
  @Nullable Difference difference(TrendSeries one, TrendSeries other) {
    return one.share().unknown() != null || other.share().unknown() != null
        ? null
        : count.difference(known(one.calls()), known(other.calls()));
  }

  private @Nullable Unknown unknown(Filters filters, Judged judged, Map<String, Calls> calls) {
    long all = documents(calls);
    if (all > 0 && all < LEAST_TOLD * judged.documents()) {
      return Unknown.FEW_PEOPLE;
    }
    if (!filters.stances().isEmpty()
        || !filters.frames().isEmpty()
        || (filters.leastIntensity() != null && filters.leastIntensity() > 0)) {
      return Unknown.CHOSEN;
    }
    if (all == 0) {
      return Unknown.NO_DOCUMENTS;
    }
    if (judged.ofModel() < (1 - MOST_UNKNOWN) * judged.documents()) {
      return Unknown.MODEL;
    }
    long known = documents(known(calls));
    return known == 0 || known < (1 - MOST_UNKNOWN) * all ? Unknown.LANGUAGE : null;
  }

  private static @Nullable Double called(Map<String, Calls> calls) {
    long all = documents(calls);
    return all == 0 ? null : calls.values().stream().mapToLong(Calls::called).sum() / (double) all;
  }

  private static long documents(Map<String, Calls> calls) {
    return calls.values().stream().mapToLong(Calls::documents).sum();
  }

  private Map<String, Calls> known(Map<String, Calls> calls) {
    Map<String, Calls> known = new HashMap<>(calls);
    known.keySet().removeIf(language -> !count.knows(language));
    return known;
  }
}
