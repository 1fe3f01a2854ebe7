// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.alerts.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToLongFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.marsad.alerts.detect.Bucket;
import org.marsad.alerts.detect.Granularity;
import org.marsad.alerts.detect.SpikeDetector;

class SilenceTest {
  private static final Instant MONDAY = CountedSeries.day("2026-08-03");

  private static List<Bucket> days(int days, IntToLongFunction captured) {
    List<BucketCounts> counts = new ArrayList<>();
    for (int day = 0; day < days; day++) {
      counts.add(
          new BucketCounts(MONDAY.plus(Duration.ofDays(day)), 0, 0, captured.applyAsLong(day)));
    }
    return new Silence(Granularity.DAY).buckets(counts);
  }

  private static boolean isSilent(Bucket bucket) {
    return bucket.count() == null;
  }

  @ParameterizedTest
  @CsvSource({
    "100, 0, true",
    "6, 0, true",
    "5, 0, false",
    "100, 9, true",
    "100, 10, false",
    "20, 1, true",
    "19, 1, false"
  })
  void aSilenceIsJudgedByWhatIsUsual(long usual, long captured, boolean silent) {
    List<Bucket> buckets = days(42, day -> day == 41 ? captured : usual);

    assertThat(buckets.subList(0, 41)).noneMatch(SilenceTest::isSilent);
    assertThat(isSilent(buckets.get(41))).isEqualTo(silent);
  }

  @Test
  void aWeekendIsComparedWithWeekends() {
    // Day 40 is a Saturday, 42 a Monday.
    List<Bucket> buckets = days(43, day -> day >= 40 ? 0 : day % 7 < 5 ? 50 : 1);

    assertThat(isSilent(buckets.get(40))).isFalse();
    assertThat(isSilent(buckets.get(42))).isTrue();
  }

  @Test
  void beforeAnythingWasCapturedAndWithLittlePastThereIsNoData() {
    // Captured from day 14 on, and not on the Mondays 28 and 42: before the first there are two.
    List<Bucket> buckets = days(64, day -> day < 14 || day == 28 || day == 42 ? 0 : 2);

    assertThat(buckets.subList(0, 14)).allMatch(SilenceTest::isSilent);
    assertThat(isSilent(buckets.get(14))).isFalse();
    assertThat(isSilent(buckets.get(28))).isTrue();
    assertThat(isSilent(buckets.get(42))).isFalse();
  }

  @Test
  void aLongOutageDoesNotBecomeTheUsual() {
    assertThat(days(150, day -> day < 50 ? 100 : 0).subList(50, 150))
        .allMatch(SilenceTest::isSilent);
  }

  @Test
  void aCountAboveItsTotalIsBorne() {
    BucketCounts odd = new BucketCounts(MONDAY, 7, 3, 10);

    assertThat(new Silence(Granularity.DAY).buckets(List.of(odd)))
        .containsExactly(new Bucket(LocalDateTime.of(2026, 8, 3, 0, 0), 7L, 7L));
  }

  @Test
  void theClockOfRamadanMovesTheHoursAndAlarmsNobody() {
    Instant back =
        CountedSeries.MOROCCO
            .getRules()
            .nextTransition(CountedSeries.day("2026-01-01"))
            .getInstant();
    Instant first = back.minus(Duration.ofDays(30));
    List<BucketCounts> counts = new ArrayList<>();
    for (int hour = 0; hour < 40 * 24; hour++) {
      Instant start = first.plus(Duration.ofHours(hour));
      long count = 5L + start.atZone(CountedSeries.MOROCCO).getHour() + hour % 3;
      counts.add(new BucketCounts(start, count, 10 * count, 100));
    }

    List<Bucket> buckets = new Silence(Granularity.HOUR).buckets(counts);

    assertThat(buckets.get(719).start()).isEqualTo(buckets.get(720).start());
    SpikeDetector detector = new SpikeDetector(Granularity.HOUR.method());
    for (int end = 700; end <= counts.size(); end++) {
      assertThat(detector.judge(buckets.subList(end - 504, end)).alarm()).isFalse();
    }
  }
}
