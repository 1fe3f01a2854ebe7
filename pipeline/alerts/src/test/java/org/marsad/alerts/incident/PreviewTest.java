// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.alerts.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.marsad.alerts.detect.Granularity;
import org.marsad.alerts.incident.IncidentStep.HistoryPoint;
import org.marsad.alerts.incident.IncidentStep.Kind;
import org.marsad.alerts.incident.Preview.Fired;
import org.marsad.alerts.incident.Preview.Result;
import org.marsad.alerts.rule.AlertRule;

class PreviewTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-27T15:20:00Z"), ZoneOffset.UTC);
  private static final Instant TODAY = CountedSeries.day("2026-11-27");
  private static final Instant FIRST = CountedSeries.day("2025-11-26");
  private static final AlertRule DAILY = CountedSeries.rule("daily", Granularity.DAY);
  private static final AlertRule HOURLY = CountedSeries.rule("hourly", Granularity.HOUR);

  private static Result preview(AlertRule rule, Function<Instant, BucketCounts> counts) {
    return new Preview(new CountedSeries().with(rule, counts), CLOCK).of(rule);
  }

  /** Two rises, an outage, and else a steady week. */
  private static BucketCounts year(Instant start) {
    ZonedDateTime day = start.atZone(CountedSeries.MOROCCO);
    int number = day.getDayOfYear();
    long usual = 20L + day.getDayOfWeek().getValue() + number % 3;
    if (number >= 210 && number < 214) {
      return new BucketCounts(start, 0, 0, 0);
    }
    boolean rise = (number >= 100 && number < 105) || number >= 330;
    long count = rise ? 10 * usual : usual;
    return new BucketCounts(start, count, 10 * count, 1000);
  }

  @Test
  void theYearIsReplayed() {
    Result result = preview(DAILY, PreviewTest::year);

    assertThat(result.fault()).isNull();
    assertThat(result.noDataBuckets()).isEqualTo(4);
    assertThat(result.judgedBuckets()).isEqualTo(362);
    assertThat(result.incidents()).hasSize(3);
    assertThat(result.expectedAlertsPerMonth()).isCloseTo(3 * 30 / 362.0, within(1e-9));
    // Five days, two in which the sum of three days is still up, and three calm ones.
    Fired spring = result.incidents().get(1);
    assertThat(spring.from()).isEqualTo(CountedSeries.day("2026-04-10"));
    assertThat(spring.to()).isEqualTo(CountedSeries.day("2026-04-20"));
    assertThat(spring.peak()).isBetween(200L, 300L);
    assertThat(spring.observed()).isBetween(1000L, 1500L);
    assertThat(spring.expected()).isBetween(150.0, 350.0);
    assertThat(spring.reason()).isEqualTo("volume up");
    Fired last = result.incidents().get(2);
    assertThat(last.from()).isEqualTo(CountedSeries.day("2026-11-26"));
    assertThat(last.to()).as("still open").isEqualTo(TODAY);
    assertThat(result.series()).hasSize(366);
    assertThat(result.series().get(0).start()).isEqualTo(FIRST);
    assertThat(result.series())
        .filteredOn(point -> point.count() == null)
        .extracting(HistoryPoint::start)
        .contains(CountedSeries.day("2026-07-29"))
        .hasSize(4);
  }

  @Test
  void itShowsWhatTheJobWouldHaveTold() {
    RoundJudge judge = new RoundJudge(new CountedSeries().with(DAILY, PreviewTest::year), CLOCK);
    List<Instant> opened = new ArrayList<>();
    OpenIncident state = OpenIncident.NONE;
    for (Instant day = FIRST; day.isBefore(TODAY); ) {
      Round round = CountedSeries.round(Granularity.DAY, day);
      IncidentLife.Outcome outcome =
          IncidentLife.next(state, judge.judge(round, List.of(DAILY)).get(0));
      state = outcome.state();
      if (outcome.step() != null && outcome.step().kind() == Kind.OPENED) {
        opened.add(outcome.step().from());
      }
      day = round.end();
    }

    assertThat(preview(DAILY, PreviewTest::year).incidents())
        .extracting(Fired::from)
        .isEqualTo(opened);
  }

  @Test
  void hoursAreSummedToDaysAndAYoungCollectionIsMostlyNoData() {
    Instant since = CountedSeries.day("2026-10-28");
    Instant rise = Instant.parse("2026-11-25T12:00:00Z");
    Result result =
        preview(
            HOURLY,
            start ->
                start.isBefore(since)
                    ? new BucketCounts(start, 0, 0, 0)
                    : new BucketCounts(start, start.equals(rise) ? 90 : 4, 100, 500));

    assertThat(result.incidents())
        .singleElement()
        .satisfies(
            fired -> {
              assertThat(fired.from()).isEqualTo(rise);
              assertThat(fired.to()).isEqualTo(rise.plus(Duration.ofHours(25)));
              assertThat(fired.observed()).isEqualTo(90 + 24 * 4);
            });
    assertThat(result.noDataBuckets()).isBetween(335L * 24, 337L * 24);
    assertThat(result.series()).hasSizeBetween(366, 367);
    assertThat(result.series()).contains(new HistoryPoint(since, 96L));
    assertThat(result.series())
        .contains(new HistoryPoint(CountedSeries.day("2026-11-25"), 96L + 86));
    assertThat(result.series().get(100).count()).isNull();
  }

  @Test
  void nothingCapturedIsNothingExpected() {
    Result result = preview(DAILY, start -> new BucketCounts(start, 0, 0, 0));

    assertThat(result.incidents()).isEmpty();
    assertThat(result.expectedAlertsPerMonth()).isZero();
    assertThat(result.judgedBuckets()).isZero();
    assertThat(result.noDataBuckets()).isEqualTo(366);
  }

  @Test
  void aFaultIsTold() {
    CountedSeries source = new CountedSeries().withFault(DAILY, "the text cannot be parsed");

    Result result = new Preview(source, CLOCK).of(DAILY);

    assertThat(result.fault()).isEqualTo("the text cannot be parsed");
    assertThat(result.series()).isEmpty();
  }
}
