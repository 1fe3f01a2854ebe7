// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.alerts.evaluate;

import java.time.LocalDateTime;
import java.util.List;
import org.marsad.alerts.detect.Bucket;
import org.marsad.alerts.detect.Method;
import org.marsad.alerts.detect.SeriesWatch;

/**
 * How the detector did on many hourly series.
 *
 * @param windows how many there are
 * @param found how many of them have an alarm
 * @param falseAlerts a week of a series: rows of alarms that begin outside of the windows
 * @param falseHours a week of a series: alarms outside of the windows
 */
record HourlyScore(int windows, int found, double falseAlerts, double falseHours) {
  private static final LocalDateTime MONDAY = LocalDateTime.of(2024, 1, 1, 0, 0);
  private static final double WEEK = 7 * 24;

  static HourlyScore of(Method method, List<HourlySeries> all) {
    return all.parallelStream()
        .map(series -> of(series, alarms(method, series.counts())))
        .reduce(new HourlyScore(0, 0, 0, 0), HourlyScore::plus)
        .perSeries(all.size());
  }

  private static boolean[] alarms(Method method, long[] counts) {
    SeriesWatch watch = new SeriesWatch(method);
    boolean[] alarms = new boolean[counts.length];
    for (int hour = 0; hour < counts.length; hour++) {
      Bucket bucket = new Bucket(MONDAY.plusHours(hour), counts[hour], null);
      alarms[hour] = watch.next(bucket).judgement().alarm();
    }
    return alarms;
  }

  private static HourlyScore of(HourlySeries series, boolean[] alarms) {
    boolean[] found = new boolean[series.windows().size()];
    int falseAlerts = 0;
    int falseHours = 0;
    for (int hour = 0; hour < alarms.length; hour++) {
      if (alarms[hour]) {
        int window = window(series, hour);
        if (window >= 0) {
          found[window] = true;
        } else {
          falseHours++;
          falseAlerts += hour == 0 || !alarms[hour - 1] ? 1 : 0;
        }
      }
    }
    int hits = 0;
    for (boolean one : found) {
      hits += one ? 1 : 0;
    }
    double weeks = alarms.length / WEEK;
    return new HourlyScore(found.length, hits, falseAlerts / weeks, falseHours / weeks);
  }

  private static int window(HourlySeries series, int hour) {
    for (int i = 0; i < series.windows().size(); i++) {
      if (series.windows().get(i).contains(hour)) {
        return i;
      }
    }
    return -1;
  }

  private HourlyScore plus(HourlyScore other) {
    return new HourlyScore(
        windows + other.windows,
        found + other.found,
        falseAlerts + other.falseAlerts,
        falseHours + other.falseHours);
  }

  private HourlyScore perSeries(int number) {
    return new HourlyScore(windows, found, falseAlerts / number, falseHours / number);
  }
}
