// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.polling;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.marsad.model.DailyRate;
import org.marsad.model.Morocco;

/**
 * How many new items a feed brings as a rule, by day and by hour of the day, in Morocco's time.
 *
 * <p>The days make a usual rate ({@link DailyRate}), the hours a share of the day; their product,
 * summed over the time since the last item, is what should have come.
 *
 * @param days items of each day on which the feed could be read, and which is not too long ago.
 *     Days behind the last one with an item are part of the silence, not of the rule
 * @param hours items by hour of the day, since the feed is followed
 */
record ItemRate(SortedMap<LocalDate, Integer> days, List<Long> hours) {
  static final ItemRate NONE =
      new ItemRate(Collections.emptySortedMap(), Collections.nCopies(24, 0L));

  static final int DAYS = DailyRate.DAYS;

  /** Beyond it nobody needs to be told more exactly how unlikely a silence is. */
  private static final int MAX_HOURS = 24 * 400;

  ItemRate {
    days = Collections.unmodifiableSortedMap(new TreeMap<>(days));
    hours = List.copyOf(hours);
  }

  /** The feed could be read, and brought so much. */
  ItemRate with(Instant now, int items) {
    ZonedDateTime local = now.atZone(Morocco.TIME);
    NavigableMap<LocalDate, Integer> all = new TreeMap<>(days);
    all.merge(local.toLocalDate(), items, Integer::sum);
    if (items == 0) {
      return new ItemRate(pruned(all), hours);
    }
    List<Long> counts = new ArrayList<>(hours);
    counts.set(local.getHour(), counts.get(local.getHour()) + items);
    return new ItemRate(pruned(all), counts);
  }

  /** Keeps the latest days of the rule, and as many of the silence behind it. */
  private static NavigableMap<LocalDate, Integer> pruned(NavigableMap<LocalDate, Integer> all) {
    NavigableMap<LocalDate, Integer> rule = all.headMap(lastWithItems(all), true);
    NavigableMap<LocalDate, Integer> kept = new TreeMap<>();
    rule.descendingMap().entrySet().stream()
        .limit(DAYS)
        .forEach(day -> kept.put(day.getKey(), day.getValue()));
    all.tailMap(lastWithItems(all), false).entrySet().stream()
        .limit(DAYS)
        .forEach(day -> kept.put(day.getKey(), day.getValue()));
    return kept;
  }

  private static LocalDate lastWithItems(SortedMap<LocalDate, Integer> all) {
    LocalDate last = LocalDate.EPOCH;
    for (Map.Entry<LocalDate, Integer> day : all.entrySet()) {
      last = day.getValue() > 0 ? day.getKey() : last;
    }
    return last;
  }

  private DailyRate rule() {
    return new DailyRate(days.headMap(lastWithItems(days).plusDays(1)));
  }

  /** Items a day, as a rule; null before a week was seen. */
  @Nullable Double perDay() {
    return rule().perDay();
  }

  /** Whether so long a silence would hardly come by chance; false where the rule is not known. */
  boolean isSilent(Instant lastItem, Instant now) {
    DailyRate rule = rule();
    return rule.perDay() != null && rule.isSilence(expected(rule, lastItem, now));
  }

  /** What should have come between the two. */
  private double expected(DailyRate rule, Instant from, Instant to) {
    double[] usual = Stream.of(DayOfWeek.values()).mapToDouble(rule::usual).toArray();
    double[] shares = sharesOfHours();
    double sum = 0;
    ZonedDateTime hour = from.atZone(Morocco.TIME);
    for (int i = 0; i < MAX_HOURS && hour.toInstant().isBefore(to); i++) {
      ZonedDateTime next = hour.truncatedTo(ChronoUnit.HOURS).plusHours(1);
      Instant end = next.toInstant().isBefore(to) ? next.toInstant() : to;
      double part = ChronoUnit.SECONDS.between(hour.toInstant(), end) / 3600.0;
      sum += usual[hour.getDayOfWeek().ordinal()] * shares[hour.getHour()] * part;
      hour = next;
    }
    return sum;
  }

  /** Of a day's items; smoothed, so that no hour is thought impossible. */
  private double[] sharesOfHours() {
    double all = hours.stream().mapToLong(Long::longValue).sum();
    return hours.stream().mapToDouble(hour -> (hour + 1.0) / (all + hours.size())).toArray();
  }
}
