// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.alerts.incident;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.marsad.alerts.detect.Granularity;
import org.marsad.alerts.rule.AlertRule;
import org.marsad.alerts.rule.Cadence;
import org.marsad.model.Filters;

/** Counts that are made up, by the id of the rule. */
final class CountedSeries implements CountSource {
  static final ZoneId MOROCCO = ZoneId.of("Africa/Casablanca");

  private final Map<String, Function<Instant, BucketCounts>> series = new HashMap<>();
  private final Map<String, String> faults = new HashMap<>();
  private long[] intensities = {0, 1, 0, 0, 0, 0};

  static AlertRule rule(String id, Granularity granularity) {
    return new AlertRule(
        id,
        Map.of("en", id),
        Filters.NONE.ofStances(List.of("HOSTILE")),
        granularity,
        Cadence.INSTANT,
        true,
        AlertRule.Origin.USER,
        null);
  }

  static Instant day(String day) {
    return ZonedDateTime.of(LocalDate.parse(day).atStartOfDay(), MOROCCO).toInstant();
  }

  /** The bucket that begins then. */
  static Round round(Granularity granularity, Instant start) {
    return new Round(
        granularity, start, start.atZone(MOROCCO).plus(1, granularity.unit()).toInstant(), false);
  }

  CountedSeries with(AlertRule rule, Function<Instant, BucketCounts> counts) {
    series.put(rule.id(), counts);
    return this;
  }

  CountedSeries withFault(AlertRule rule, String fault) {
    faults.put(rule.id(), fault);
    return this;
  }

  /** None stands for an index that does not answer. */
  CountedSeries withIntensities(long... documents) {
    intensities = documents;
    return this;
  }

  @Override
  public List<CountedRule> count(
      List<AlertRule> rules, Granularity granularity, Instant end, int buckets) {
    List<Instant> starts = new ArrayList<>();
    for (int i = 1; i <= buckets; i++) {
      starts.add(
          granularity == Granularity.HOUR
              ? end.minus(Duration.ofHours(i))
              : end.atZone(MOROCCO).minusDays(i).toInstant());
    }
    Collections.reverse(starts);
    return rules.stream().map(rule -> counted(rule, starts)).toList();
  }

  private CountedRule counted(AlertRule rule, List<Instant> starts) {
    Function<Instant, BucketCounts> counts = series.get(rule.id());
    return new CountedRule(
        rule,
        counts == null ? List.of() : starts.stream().map(counts).toList(),
        faults.get(rule.id()));
  }

  @Override
  public long[] intensities(Filters filters, Instant from, Instant to) {
    if (intensities.length == 0) {
      throw new IllegalStateException("the index does not answer");
    }
    return intensities.clone();
  }
}
