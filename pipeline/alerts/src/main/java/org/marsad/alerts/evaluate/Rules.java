// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.alerts.evaluate;

import java.time.LocalDateTime;
import java.util.function.IntPredicate;
import org.marsad.alerts.detect.Bucket;
import org.marsad.alerts.detect.Method;
import org.marsad.alerts.detect.SeriesWatch;

/**
 * The detector and what others use: C1, C2 and C3 of EARS (Hutwagner et al., 2003, with the upper
 * limits of Salmon et al., 2016), and "three times as many as the day before".
 */
final class Rules {
  private static final LocalDateTime FIRST_DAY = LocalDateTime.of(2024, 1, 1, 0, 0);

  /** Of the standard normal distribution: 0.01 and 0.025. */
  private static final double Z_1_PERCENT = 2.326348;

  private static final double Z_2_5_PERCENT = 1.959964;

  /** How many days the mean and the standard deviation of EARS are of. */
  private static final int WEEK = 7;

  private static final int TIMES = 3;
  private static final int LEAST = 10;

  private Rules() {}

  static DailyRule detector(Method method) {
    return (counts, first) -> {
      SeriesWatch watch = new SeriesWatch(method);
      boolean[] alarms = new boolean[counts.length - first];
      for (int day = Math.max(0, first - method.past().window()); day < counts.length; day++) {
        Bucket bucket = new Bucket(FIRST_DAY.plusDays(day), counts[day], null);
        boolean alarm = watch.next(bucket).judgement().alarm();
        if (day >= first) {
          alarms[day - first] = alarm;
        }
      }
      return alarms;
    };
  }

  static boolean[] c1(long[] counts, int first) {
    return alarms(counts, first, day -> surprise(counts, day, 1) > Z_1_PERCENT);
  }

  static boolean[] c2(long[] counts, int first) {
    return alarms(counts, first, day -> surprise(counts, day, 3) > Z_1_PERCENT);
  }

  static boolean[] c3(long[] counts, int first) {
    return alarms(
        counts,
        first,
        day ->
            surprise(counts, day, 3)
                    + Math.max(0, surprise(counts, day - 1, 3) - 1)
                    + Math.max(0, surprise(counts, day - 2, 3) - 1)
                > Z_2_5_PERCENT);
  }

  static boolean[] threeTimes(long[] counts, int first) {
    return alarms(
        counts, first, day -> counts[day] >= LEAST && counts[day] >= TIMES * counts[day - 1]);
  }

  private static boolean[] alarms(long[] counts, int first, IntPredicate rule) {
    boolean[] alarms = new boolean[counts.length - first];
    for (int i = 0; i < alarms.length; i++) {
      alarms[i] = rule.test(first + i);
    }
    return alarms;
  }

  /** Standard deviations above the mean of a week that ends the given number of days before. */
  private static double surprise(long[] counts, int day, int lag) {
    double sum = 0;
    double squares = 0;
    for (int i = day - lag - WEEK + 1; i <= day - lag; i++) {
      sum += counts[i];
      squares += (double) counts[i] * counts[i];
    }
    double mean = sum / WEEK;
    double deviation = Math.sqrt(Math.max(0, squares - sum * mean) / (WEEK - 1));
    double above = counts[day] - mean;
    return above <= 0 ? Math.min(0, above) : above / Math.max(deviation, 1e-9);
  }
}
