// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.alerts.evaluate;

import java.util.List;

/**
 * How a rule did on many series.
 *
 * @param falseDays alarms on 30 days without an outbreak
 * @param found the part of the outbreaks with an alarm on one of their days
 * @param precision the part of the alarms that fall on a day of an outbreak
 * @param delay days from an outbreak's first case to the first alarm, of those found
 */
record DailyScore(double falseDays, double found, double precision, double delay) {
  private static final double MONTH = 30;

  static DailyScore of(DailyRule rule, List<DailySeries> all) {
    return all.parallelStream()
        .map(series -> Tally.of(series, rule.alarms(series.counts(), series.firstJudged())))
        .reduce(Tally.NONE, Tally::plus)
        .score();
  }

  private record Tally(
      long hits, long falseAlarms, long quiet, long found, long series, long delay) {
    static final Tally NONE = new Tally(0, 0, 0, 0, 0, 0);

    static Tally of(DailySeries series, boolean[] alarms) {
      long hits = 0;
      long falseAlarms = 0;
      long quiet = 0;
      int first = -1;
      int seen = -1;
      for (int day = 0; day < alarms.length; day++) {
        boolean outbreak = series.outbreak()[day];
        quiet += outbreak ? 0 : 1;
        first = first < 0 && outbreak ? day : first;
        if (alarms[day]) {
          hits += outbreak ? 1 : 0;
          falseAlarms += outbreak ? 0 : 1;
          seen = seen < 0 && outbreak ? day : seen;
        }
      }
      return new Tally(hits, falseAlarms, quiet, seen < 0 ? 0 : 1, 1, seen < 0 ? 0 : seen - first);
    }

    Tally plus(Tally other) {
      return new Tally(
          hits + other.hits,
          falseAlarms + other.falseAlarms,
          quiet + other.quiet,
          found + other.found,
          series + other.series,
          delay + other.delay);
    }

    DailyScore score() {
      return new DailyScore(
          MONTH * falseAlarms / quiet,
          (double) found / series,
          (double) hits / (hits + falseAlarms),
          (double) delay / found);
    }
  }
}
