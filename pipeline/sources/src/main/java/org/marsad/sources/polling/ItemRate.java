// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.polling;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.marsad.model.Morocco;

/**
 * How many new items a feed brings as a rule, by day and by hour of the day, in Morocco's time.
 *
 * <p>Silence is judged by its chance. The days make a usual rate for each weekday, the hours a
 * share of the day; their product, summed over the time since the last item, is what should have
 * come. How likely nothing is instead, the negative binomial distribution says with the dispersion
 * of the days, as in the detector of rises ("Farrington flexible", Noufaily et al., 2013). The
 * limit is one false alarm in two years of a source, which estimated rates make about one a year:
 * the stricter, the livelier the source, which has more gaps to judge.
 *
 * @param days items of each day on which the feed could be read, and which is not too long ago.
 *     Days behind the last one with an item are part of the silence, not of the rule
 * @param hours items by hour of the day, since the feed is followed
 */
record ItemRate(SortedMap<LocalDate, Integer> days, List<Long> hours) {
  static final ItemRate NONE =
      new ItemRate(Collections.emptySortedMap(), Collections.nCopies(24, 0L));

  /** Four of each weekday. */
  static final int DAYS = 28;

  private static final int LEAST_DAYS = 7;
  private static final double MOST_CHANCE = 0.001;
  private static final double DAYS_OF_ONE_FALSE_ALARM = 730;

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

  private SortedMap<LocalDate, Integer> rule() {
    return days.headMap(lastWithItems(days).plusDays(1));
  }

  /** Items a day, as a rule; null before a week was seen. */
  @Nullable Double perDay() {
    SortedMap<LocalDate, Integer> rule = rule();
    return rule.size() < LEAST_DAYS ? null : mean(rule);
  }

  /** Whether so long a silence would hardly come by chance; false where the rule is not known. */
  boolean isSilent(Instant lastItem, Instant now) {
    Double perDay = perDay();
    if (perDay == null) {
      return false;
    }
    double limit = Math.min(MOST_CHANCE, 1 / (DAYS_OF_ONE_FALSE_ALARM * perDay));
    double[] usual = weekdayMeans();
    return chanceOfNothing(expected(usual, lastItem, now), dispersion(usual)) < limit;
  }

  private static double chanceOfNothing(double expected, double dispersion) {
    double perItem = dispersion <= 1 ? 1 : Math.log(dispersion) / (dispersion - 1);
    return Math.exp(-expected * perItem);
  }

  /** What should have come between the two. */
  private double expected(double[] usual, Instant from, Instant to) {
    double[] shares = sharesOfHours();
    double sum = 0;
    ZonedDateTime hour = from.atZone(Morocco.TIME);
    for (int i = 0; i < MAX_HOURS && hour.toInstant().isBefore(to); i++) {
      ZonedDateTime next = hour.truncatedTo(ChronoUnit.HOURS).plusHours(1);
      Instant end = next.toInstant().isBefore(to) ? next.toInstant() : to;
      double part = ChronoUnit.SECONDS.between(hour.toInstant(), end) / 3600.0;
      sum += usual[weekday(hour.toLocalDate())] * shares[hour.getHour()] * part;
      hour = next;
    }
    return sum;
  }

  /** From Monday; each drawn towards the mean of all days, as if one more such day had been seen. */
  private double[] weekdayMeans() {
    SortedMap<LocalDate, Integer> rule = rule();
    double[] means = new double[7];
    int[] seen = new int[7];
    Arrays.fill(means, mean(rule));
    Arrays.fill(seen, 1);
    rule.forEach(
        (day, items) -> {
          means[weekday(day)] += items;
          seen[weekday(day)]++;
        });
    for (int weekday = 0; weekday < 7; weekday++) {
      means[weekday] /= seen[weekday];
    }
    return means;
  }

  private static int weekday(LocalDate day) {
    return day.getDayOfWeek().ordinal();
  }

  /** Of a day's items; smoothed, so that no hour is thought impossible. */
  private double[] sharesOfHours() {
    double all = hours.stream().mapToLong(Long::longValue).sum();
    return hours.stream().mapToDouble(hour -> (hour + 1.0) / (all + hours.size())).toArray();
  }

  /** Pearson's, of the days about their weekday's mean; at least that of Poisson. */
  private double dispersion(double[] usual) {
    SortedMap<LocalDate, Integer> rule = rule();
    double sum = 0;
    for (var day : rule.entrySet()) {
      double expected = usual[weekday(day.getKey())];
      sum += Math.pow(day.getValue() - expected, 2) / expected;
    }
    return Math.max(1, sum / (rule.size() - 1));
  }

  private static double mean(SortedMap<LocalDate, Integer> some) {
    return some.values().stream().mapToInt(Integer::intValue).average().orElse(0);
  }
}
