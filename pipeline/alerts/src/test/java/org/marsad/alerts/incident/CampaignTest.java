// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.alerts.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Function;
import org.apache.commons.statistics.distribution.PoissonDistribution;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.marsad.alerts.detect.Granularity;
import org.marsad.alerts.incident.IncidentStep.Kind;
import org.marsad.alerts.rule.AlertRule;

/**
 * About 1,950 documents a day for two quarters, then a campaign of 138,000 in 17 days with a peak
 * of 33,000, then 1,700 a day.
 */
class CampaignTest {
  private static final LocalDate BEFORE = LocalDate.of(2026, 3, 1);
  private static final LocalDate START = BEFORE.plusDays(182);
  private static final double[] CAMPAIGN = {
    4000, 8000, 14_000, 22_000, 33_000, 18_000, 11_000, 7500, 5000, 4000, 3000, 2500, 2000, 1500,
    1000, 800, 700
  };

  private final SplittableRandom random = new SplittableRandom(8);
  private final Map<Instant, BucketCounts> drawn = new HashMap<>();

  @BeforeEach
  void theCampaignIsAsLargeAsTold() {
    assertThat(Arrays.stream(CAMPAIGN).sum()).isEqualTo(138_000);
  }

  private static double ofDay(LocalDate day) {
    long number = START.until(day, ChronoUnit.DAYS);
    return number < 0 ? 1950 : number < CAMPAIGN.length ? CAMPAIGN[(int) number] : 1700;
  }

  private Function<Instant, BucketCounts> series(Granularity granularity) {
    return start ->
        drawn.computeIfAbsent(
            start,
            at -> {
              ZonedDateTime local = at.atZone(CountedSeries.MOROCCO);
              double part =
                  granularity == Granularity.DAY
                      ? 1
                      : (1 + 0.6 * Math.sin(Math.PI * (local.getHour() - 8) / 12)) / 24;
              double mean = ofDay(local.toLocalDate()) * part;
              long count = PoissonDistribution.of(mean).createSampler(random::nextLong).sample();
              return new BucketCounts(at, count, 5 * count, 20 * count + 1000);
            });
  }

  private List<IncidentStep> replay(Granularity granularity, LocalDate from, LocalDate to) {
    AlertRule rule = CountedSeries.rule("hostility", granularity);
    CountedSeries source = new CountedSeries().with(rule, series(granularity));
    RoundJudge judge = new RoundJudge(source, Clock.systemUTC());
    List<IncidentStep> steps = new ArrayList<>();
    OpenIncident state = OpenIncident.NONE;
    ZonedDateTime end = to.atStartOfDay(CountedSeries.MOROCCO);
    for (ZonedDateTime at = from.atStartOfDay(CountedSeries.MOROCCO);
        at.isBefore(end);
        at = at.plus(1, granularity.unit())) {
      Round round = CountedSeries.round(granularity, at.toInstant());
      IncidentLife.Outcome outcome =
          IncidentLife.next(state, judge.judge(round, List.of(rule)).get(0));
      state = outcome.state();
      if (outcome.step() != null) {
        steps.add(outcome.step());
      }
    }
    return steps;
  }

  private static void isOneIncident(List<IncidentStep> steps) {
    Instant start = START.atStartOfDay(CountedSeries.MOROCCO).toInstant();
    assertThat(steps.get(0).kind()).isEqualTo(Kind.OPENED);
    assertThat(steps.get(0).to()).isBetween(start, start.plus(Duration.ofHours(24)));
    assertThat(steps).extracting(IncidentStep::incidentId).containsOnly(steps.get(0).incidentId());
    assertThat(steps).filteredOn(step -> step.kind() == Kind.OPENED).hasSize(1);
    IncidentStep last = steps.get(steps.size() - 1);
    assertThat(steps).filteredOn(step -> step.kind() == Kind.RESOLVED).containsExactly(last);
    assertThat((double) last.observed()).isBetween(100_000.0, 150_000.0);
    assertThat(last.expected()).isLessThan(60_000);
  }

  @Test
  void dayByDayItIsOneIncident() {
    List<IncidentStep> steps = replay(Granularity.DAY, BEFORE.plusDays(30), START.plusDays(90));

    isOneIncident(steps);
    assertThat((double) steps.get(steps.size() - 1).peak()).isBetween(32_000.0, 34_000.0);
    assertThat(steps).as("one message a day at most").hasSizeLessThanOrEqualTo(18);
  }

  @Test
  void hourByHourItIsOneIncident() {
    List<IncidentStep> steps = replay(Granularity.HOUR, START.minusDays(4), START.plusDays(20));

    isOneIncident(steps);
    assertThat(steps.get(0).to())
        .isBefore(START.atTime(6, 0).atZone(CountedSeries.MOROCCO).toInstant());
    assertThat(steps).as("about one message a day").hasSizeLessThanOrEqualTo(25);
  }
}
