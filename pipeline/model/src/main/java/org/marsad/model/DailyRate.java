// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.model;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How much a source brings a day as a rule, and whether nothing instead would be silence.
 *
 * <p>Silence is judged by its chance. The days make a usual rate for each weekday; how likely
 * nothing is where so much should have come, the negative binomial distribution says with the
 * dispersion of the days, as in the detector of rises ("Farrington flexible", Noufaily et al.,
 * 2013). The limit is one false alarm in two years of a source, which estimated rates make about
 * one a year: the stricter, the livelier the source, which has more gaps to judge.
 *
 * @param days items of each day of the rule, those without items included
 */
public record DailyRate(SortedMap<LocalDate, Integer> days) {
  /** So many days make the rule: four of each weekday. */
  public static final int DAYS = 28;

  private static final int LEAST_DAYS = 7;
  private static final double MOST_CHANCE = 0.001;
  private static final double DAYS_OF_ONE_FALSE_ALARM = 730;

  public DailyRate {
    days = Collections.unmodifiableSortedMap(new TreeMap<>(days));
  }

  /** Items a day, as a rule; null before a week was seen. */
  public @Nullable Double perDay() {
    return days.size() < LEAST_DAYS ? null : mean();
  }

  /** What such a weekday brings; drawn towards the mean, as if one more mean day had been seen. */
  public double usual(DayOfWeek weekday) {
    double sum = mean();
    int seen = 1;
    for (var known : days.entrySet()) {
      if (known.getKey().getDayOfWeek() == weekday) {
        sum += known.getValue();
        seen++;
      }
    }
    return sum / seen;
  }

  /**
   * Whether nothing would hardly come by chance; false where the rule is not known.
   *
   * @param expected items that should have come
   */
  public boolean isSilence(double expected) {
    Double perDay = perDay();
    return perDay != null
        && chanceOfNothing(expected)
            < Math.min(MOST_CHANCE, 1 / (DAYS_OF_ONE_FALSE_ALARM * perDay));
  }

  private double chanceOfNothing(double expected) {
    double dispersion = dispersion();
    double perItem = dispersion <= 1 ? 1 : Math.log(dispersion) / (dispersion - 1);
    return Math.exp(-expected * perItem);
  }

  /** Pearson's, of the days about their weekday's mean; at least that of Poisson. */
  private double dispersion() {
    double sum = 0;
    for (var day : days.entrySet()) {
      double usual = usual(day.getKey().getDayOfWeek());
      sum += Math.pow(day.getValue() - usual, 2) / usual;
    }
    return Math.max(1, sum / (days.size() - 1));
  }

  private double mean() {
    return days.values().stream().mapToInt(Integer::intValue).average().orElse(0);
  }
}
