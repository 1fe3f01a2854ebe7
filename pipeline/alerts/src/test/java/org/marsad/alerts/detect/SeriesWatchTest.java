// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.alerts.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.PoissonDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SeriesWatchTest {
  private static final LocalDateTime MONDAY = LocalDateTime.of(2024, 1, 1, 0, 0);
  private static final int LAST_QUIET = 99;

  private static Bucket day(int day, long count, long total) {
    return new Bucket(MONDAY.plusDays(day), count, total);
  }

  /** A hundred quiet days, more on Saturdays and Sundays, and one day after them. */
  private static SeriesWatch.Step after(Bucket last) {
    SeriesWatch watch = new SeriesWatch(Granularity.DAY.method());
    for (int day = 0; day <= LAST_QUIET; day++) {
      long count = (day % 7 < 5 ? 20 : 60) + day % 3;
      assertThat(watch.next(day(day, count, 10 * count)).incident()).isEqualTo(Incident.NONE);
    }
    return watch.next(last);
  }

  @ParameterizedTest
  @CsvSource({
    "22, 220, as expected",
    "80, 800, volume up",
    "22, 30, share up",
    "80, 90, volume up and share up",
    "62, 620, volume up"
  })
  void whatIsUpIsSaid(long count, long total, String reason) {
    SeriesWatch.Step step = after(day(LAST_QUIET + 1, count, total));

    assertThat(step.judgement().reason()).isEqualTo(reason);
    assertThat(step.judgement().alarm()).isEqualTo(!reason.equals("as expected"));
    assertThat(step.incident().id() != null).isEqualTo(step.judgement().alarm());
  }

  @Test
  void theCountOfAWeekendIsNoRiseOnAWeekend() {
    // Day 104 is a Saturday.
    SeriesWatch watch = new SeriesWatch(Granularity.DAY.method());
    for (int day = 0; day <= 104; day++) {
      long count = (day % 7 < 5 ? 20 : 60) + day % 3;
      assertThat(watch.next(day(day, count, 1000)).judgement().alarm()).isFalse();
    }
  }

  @Test
  void aGapIsNoDataAndNoZero() {
    SeriesWatch watch = new SeriesWatch(Granularity.DAY.method());
    for (int day = 0; day < 100; day++) {
      Judgement judgement =
          watch
              .next(
                  day % 4 == 3 ? Bucket.noData(MONDAY.plusDays(day)) : day(day, 40 + day % 3, 400))
              .judgement();
      assertThat(judgement.alarm()).isFalse();
      assertThat(judgement.p().isEmpty()).isEqualTo(day % 4 == 3 || day < 9);
      if (day > 30) {
        assertThat(judgement.expected().getAsDouble()).isBetween(38.0, 44.0);
        assertThat(judgement.reason()).isEqualTo(day % 4 == 3 ? "no data" : "as expected");
      }
    }
  }

  @Test
  void aShortPastIsLearnedFromWithCaution() {
    SeriesWatch watch = new SeriesWatch(Granularity.DAY.method());
    for (int day = 0; day < 12; day++) {
      assertThat(watch.next(day(day, 20 + day % 3, 200)).judgement().reason())
          .isEqualTo("learning");
    }
    assertThat(watch.next(day(12, 32, 320)).judgement().alarm()).isFalse();
    assertThat(watch.next(day(13, 200, 2000)).judgement().reason())
        .isEqualTo("volume up (learning)");
  }

  @Test
  void twoDocumentsAfterNoneAreNoNews() {
    SeriesWatch watch = new SeriesWatch(Granularity.DAY.method());
    for (int day = 0; day < 80; day++) {
      assertThat(watch.next(day(day, 0, 0)).judgement().alarm()).isFalse();
    }
    assertThat(watch.next(day(80, 2, 2)).judgement().alarm()).isFalse();
    assertThat(watch.next(day(81, 5, 5)).judgement().alarm()).isTrue();
  }

  @ParameterizedTest
  @EnumSource
  void anyCountIsBorne(Granularity granularity) {
    SeriesWatch watch = new SeriesWatch(granularity.method());
    long[] counts = {0, Bucket.MOST, 1, 0, Bucket.MOST, Bucket.MOST, 3, 1_000_000};
    for (int i = 0; i < 400; i++) {
      Bucket bucket =
          new Bucket(
              MONDAY.plus(i, granularity.unit()), counts[i * i % counts.length], Bucket.MOST);
      Judgement judgement = watch.next(bucket).judgement();
      judgement.p().ifPresent(p -> assertThat(p).isBetween(0.0, 1.0));
      judgement.expected().ifPresent(mean -> assertThat(mean).isPositive().isFinite());
    }
  }

  @Test
  void impossibleCountsAreRefused() {
    assertThatThrownBy(() -> day(0, -1, 5)).hasMessageContaining("-1");
    assertThatThrownBy(() -> day(0, 6, 5)).hasMessageContaining("above its total");
    assertThatThrownBy(() -> day(0, 1, Long.MAX_VALUE)).hasMessageContaining("total");
  }

  @Test
  void onlyTheLastDaysOfTheWindowMatter() {
    SpikeDetector detector = new SpikeDetector(Granularity.DAY.method());
    List<Bucket> buckets =
        IntStream.range(0, 200).mapToObj(i -> day(i, 20 + i * i % 7, 300)).toList();

    assertThat(detector.judge(buckets)).isEqualTo(detector.judge(buckets.subList(144, 200)));
  }

  /** Half a year, 17 days of a campaign, and a quarter that is quieter than before. */
  @ParameterizedTest
  @EnumSource
  void aCampaignIsOneIncident(Granularity granularity) {
    int daily = granularity == Granularity.DAY ? 1 : 24;
    double[] campaign = {
      4000, 8000, 14_000, 22_000, 33_000, 18_000, 11_000, 7500, 5000, 4000, 3000, 2500, 2000, 1500,
      1000, 800, 700
    };
    IntToDoubleFunction days = day -> day < 182 ? 1950 : day < 199 ? campaign[day - 182] : 1700;
    SplittableRandom random = new SplittableRandom(8);
    SeriesWatch watch = new SeriesWatch(granularity.method());
    List<Double> opened = new ArrayList<>();
    List<Double> closed = new ArrayList<>();
    String open = null;
    for (int i = 0; i < 290 * daily; i++) {
      double ofDay = daily == 1 ? 1 : (1 + 0.6 * Math.sin(Math.PI * (i % 24 - 8) / 12)) / 24;
      long count =
          PoissonDistribution.of(days.applyAsDouble(i / daily) * ofDay)
              .createSampler(random::nextLong)
              .sample();
      String id =
          watch.next(new Bucket(MONDAY.plus(i, granularity.unit()), count, null)).incident().id();
      if (!Objects.equals(id, open)) {
        (id == null ? closed : opened).add((double) i / daily - 182);
        open = id;
      }
    }

    assertThat(opened).singleElement().satisfies(day -> assertThat(day).isBetween(0.0, 1.0));
    assertThat(closed).hasSize(1);
  }
}
