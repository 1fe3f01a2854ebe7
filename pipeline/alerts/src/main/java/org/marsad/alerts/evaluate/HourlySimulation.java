// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.alerts.evaluate;

import java.util.ArrayList;
import java.util.List;

/**
 * Eight weeks of hourly counts such as posts about a name on a social network: a strong shape of
 * the day that is flatter on weekends, an autocorrelated and a drifting level, overdispersion that
 * differs between series, single loud hours that are no event, and two to four bursts. A burst
 * multiplies the usual level by 2 to 12 and is a shock that decays, a slow rise, a plateau, or a
 * peak of two hours with a tail.
 */
public final class HourlySimulation {
  private static final int DAY = 24;
  private static final int WEEK = 7 * DAY;
  private static final int HOURS = 8 * WEEK;

  /** Nothing happens while the detector learns, nor in the last days. */
  private static final int QUIET_START = 9 * DAY;

  private static final int LONGEST_BURST = 48;
  private static final int BEFORE = 6;
  private static final int AFTER = 36;
  private static final double LOUD_HOURS = 0.01;

  private HourlySimulation() {}

  public static List<HourlySeries> draw(long seed, int number) {
    Counts root = new Counts(seed);
    List<HourlySeries> all = new ArrayList<>();
    for (int i = 0; i < number; i++) {
      all.add(draw(root.split()));
    }
    return all;
  }

  private static HourlySeries draw(Counts draws) {
    double[] means = usual(draws);
    List<HourlySeries.Window> windows = new ArrayList<>();
    int bursts = 2 + draws.below(3);
    int distance = (HOURS - QUIET_START) / bursts;
    for (int burst = 0; burst < bursts; burst++) {
      int start =
          QUIET_START + burst * distance + BEFORE + draws.below(distance - BEFORE - LONGEST_BURST);
      burst(means, start, draws);
      windows.add(new HourlySeries.Window(start - BEFORE, start + AFTER));
    }
    double dispersion = 1 + 2 * Math.exp(0.7 * draws.normal());
    long[] counts = new long[HOURS];
    for (int hour = 0; hour < HOURS; hour++) {
      counts[hour] = draws.negativeBinomial(means[hour], dispersion);
    }
    return new HourlySeries(counts, windows);
  }

  /** The means without bursts. */
  private static double[] usual(Counts draws) {
    double level = Math.log(draws.uniform(1, 4)) + draws.uniform(2.5, 6);
    double day = draws.uniform(0.4, 1.3);
    double dayPhase = draws.uniform(0, DAY);
    double halfDay = draws.uniform(0, 0.5);
    double halfDayPhase = draws.uniform(0, DAY);
    double weekend = draws.uniform(-0.8, 0);
    double weekendShape = draws.uniform(0.3, 1);
    double restlessness = draws.uniform(0.12, 0.37);
    double memory = Math.exp(-1 / draws.uniform(2, 10));
    double drift = draws.uniform(0.02, 0.06);
    double wandering = 0;
    double[] means = new double[HOURS];
    for (int hour = 0; hour < HOURS; hour++) {
      boolean isWeekend = hour % WEEK >= 5 * DAY;
      double shape =
          day * Math.cos(2 * Math.PI * (hour - dayPhase) / DAY)
              + halfDay * Math.cos(4 * Math.PI * (hour - halfDayPhase) / DAY);
      wandering =
          memory * wandering + restlessness * Math.sqrt(1 - memory * memory) * draws.normal();
      if (hour % DAY == 0) {
        level += drift * draws.normal();
      }
      double loud = draws.uniform(0, 1) < LOUD_HOURS ? Math.abs(0.6 * draws.normal()) : 0;
      double habit = isWeekend ? weekendShape * shape + weekend : shape;
      means[hour] = Math.exp(level + habit + wandering + loud);
    }
    return means;
  }

  private static void burst(double[] means, int start, Counts draws) {
    double factor = draws.uniform(2, 4) * draws.uniform(1, 3);
    int length = 3 + draws.below(20);
    int shape = draws.below(4);
    double level = 0;
    for (int hour = start - DAY; hour < start; hour++) {
      level += means[hour] / DAY;
    }
    for (int hour = start; hour < start + LONGEST_BURST; hour++) {
      double base = (means[hour] + level) / 2;
      means[hour] += (factor - 1) * base * height(shape, hour - start, length);
    }
  }

  /** Of a burst's shape after the given hours, 1 at its peak. */
  private static double height(int shape, int hours, int length) {
    double rest = Math.exp(-(double) (hours - length) / 3);
    return switch (shape) {
      case 0 -> Math.exp(-3.0 * hours / length);
      case 1 -> hours < length ? (hours + 1.0) / length : rest;
      case 2 -> hours < length ? 1 : 0;
      default -> hours < 2 ? 1 : 0.15 * Math.exp(-(double) hours / length);
    };
  }
}
