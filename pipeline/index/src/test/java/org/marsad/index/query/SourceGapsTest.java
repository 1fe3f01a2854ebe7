// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.index.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToIntFunction;
import org.junit.jupiter.api.Test;

class SourceGapsTest {
  private static final LocalDate FIRST = LocalDate.of(2026, 1, 5);

  @Test
  void whatALivelySourceDidNotPublishIsMissing() {
    assertThat(gaps(90, day -> 40 <= day && day < 44 ? 0 : 8 + day % 3))
        .singleElement()
        .satisfies(
            gap -> {
              assertThat(gap.from()).isEqualTo(FIRST.plusDays(40));
              assertThat(gap.to()).isEqualTo(FIRST.plusDays(43));
              assertThat(gap.perDay()).isBetween(8.0, 10.0);
            });
  }

  @Test
  void aSourceThatStaysSilentIsMissingToTheLastDay() {
    assertThat(gaps(200, day -> day < 60 ? 5 : 0))
        .extracting(SourceGap::from, SourceGap::to)
        .containsExactly(tuple(FIRST.plusDays(60), FIRST.plusDays(199)));
  }

  @Test
  void weekendsAndQuietSourcesAreNotMissing() {
    assertThat(gaps(120, day -> isWeekend(day) ? 0 : 12)).isEmpty();
    assertThat(gaps(120, day -> day % 4 == 0 ? 1 : 0)).isEmpty();
  }

  @Test
  void nothingIsMissingBeforeTheRuleIsKnown() {
    assertThat(gaps(30, day -> day < 4 ? 20 : 0)).isEmpty();
    assertThat(gaps(40, day -> day == 0 ? 1 : day < 30 ? 0 : 20)).isEmpty();
  }

  private static boolean isWeekend(int day) {
    DayOfWeek weekday = FIRST.plusDays(day).getDayOfWeek();
    return weekday == DayOfWeek.SATURDAY || weekday == DayOfWeek.SUNDAY;
  }

  private static List<SourceGap> gaps(int days, ToIntFunction<Integer> count) {
    SortedMap<LocalDate, Integer> counts = new TreeMap<>();
    for (int day = 0; day < days; day++) {
      int documents = count.applyAsInt(day);
      if (documents > 0) {
        counts.put(FIRST.plusDays(day), documents);
      }
    }
    return SourceGaps.of("outlet", counts, FIRST.plusDays(days - 1L));
  }
}
