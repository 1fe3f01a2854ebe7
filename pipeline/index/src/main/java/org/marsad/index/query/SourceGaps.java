// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.index.query;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.SortedMap;
import java.util.TreeMap;
import org.marsad.model.DailyRate;

/**
 * Finds the gaps of one source, day by day: a run of days without documents is one where it is
 * silence by the rate before it. A run of less than a week becomes part of the rule in any case,
 * since it may be a habit, such as weekends; a longer one does not, or it would soon be usual.
 */
final class SourceGaps {
  private static final int WEEK = 7;

  /** Two of each weekday. */
  private static final int LEAST_DAYS = 14;

  private final String sourceId;
  private final SortedMap<LocalDate, Integer> counts;
  private final NavigableMap<LocalDate, Integer> rule = new TreeMap<>();
  private final List<SourceGap> found = new ArrayList<>();

  private SourceGaps(String sourceId, SortedMap<LocalDate, Integer> counts) {
    this.sourceId = sourceId;
    this.counts = counts;
  }

  /**
   * @param counts documents by day, at least one day; days without any are left out
   * @param last day that is over
   */
  static List<SourceGap> of(String sourceId, SortedMap<LocalDate, Integer> counts, LocalDate last) {
    SourceGaps gaps = new SourceGaps(sourceId, counts);
    LocalDate day = counts.firstKey();
    while (!day.isAfter(last)) {
      day = gaps.pass(day, last).plusDays(1);
    }
    return List.copyOf(gaps.found);
  }

  /** Returns the last day of what began that day. */
  private LocalDate pass(LocalDate day, LocalDate last) {
    SortedMap<LocalDate, Integer> ahead = counts.tailMap(day);
    LocalDate next = ahead.isEmpty() ? last.plusDays(1) : ahead.firstKey();
    if (next.equals(day)) {
      add(day, counts.getOrDefault(day, 0));
      return day;
    }
    LocalDate end = next.isAfter(last) ? last : next.minusDays(1);
    DailyRate rate = new DailyRate(rule);
    Double perDay = rate.perDay();
    boolean isGap = rule.size() >= LEAST_DAYS && rate.isSilence(expected(rate, day, end));
    if (isGap && perDay != null) {
      found.add(new SourceGap(sourceId, day, end, perDay));
    }
    if (!isGap || ChronoUnit.DAYS.between(day, end) < WEEK - 1) {
      day.datesUntil(end.plusDays(1)).forEach(empty -> add(empty, 0));
    }
    return end;
  }

  private void add(LocalDate day, int items) {
    rule.put(day, items);
    if (rule.size() > DailyRate.DAYS) {
      rule.pollFirstEntry();
    }
  }

  private static double expected(DailyRate rate, LocalDate from, LocalDate to) {
    return from.datesUntil(to.plusDays(1))
        .map(LocalDate::getDayOfWeek)
        .mapToDouble(rate::usual)
        .sum();
  }
}
