// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.alerts.evaluate;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.marsad.alerts.detect.Granularity;

/** The committed {@code DETECTOR.md}, whose every figure is measured. */
public final class DetectorReport {
  /** The parameters were picked on these draws. */
  private static final long TUNING_SEED = 11;

  /** Drawn once, after they had been picked. */
  private static final long FRESH_SEED = 31_415_926;

  private static final int REPETITIONS = 10;
  private static final int HOURLY_SERIES = 24;

  /** Where the simulation that others drew lies in the folder of data. */
  public static final String GIVEN = "bursts/noufaily2019-daily/series.csv.gz";

  private DetectorReport() {}

  /**
   * Measures the detector and the common rules.
   *
   * @param data folder with the simulation that others drew; null leaves its table out
   * @param progress told what is being measured
   * @throws IOException if that simulation cannot be read
   */
  public static String of(@Nullable Path data, Consumer<String> progress) throws IOException {
    StringBuilder page = new StringBuilder(INTRODUCTION);
    progress.accept("daily series of the tuning seed");
    page.append(daily("Own draws on which the parameters were picked", TUNING_SEED));
    progress.accept("daily series of a fresh seed");
    page.append(fresh());
    if (data != null) {
      progress.accept("daily series drawn elsewhere");
      List<DailySeries> given = DailySimulation.read(data.resolve(GIVEN));
      page.append(daily("Draws of others, seen while developing but not picked on", given));
    }
    progress.accept("hourly series");
    return page.append(hourly()).toString();
  }

  /** The part on fresh draws, as it stands in the report. */
  static String fresh() {
    return daily("Own draws of a fresh seed", FRESH_SEED);
  }

  private static String daily(String title, long seed) {
    return daily(title + " (seed " + seed + ")", DailySimulation.draw(seed, REPETITIONS));
  }

  private static String daily(String title, List<DailySeries> all) {
    Map<String, DailyRule> rules = new LinkedHashMap<>();
    rules.put("**Marsad**", Rules.detector(Granularity.DAY.method()));
    rules.put("EARS C1", Rules::c1);
    rules.put("EARS C2", Rules::c2);
    rules.put("EARS C3", Rules::c3);
    rules.put("three times the day before", Rules::threeTimes);
    StringBuilder table = new StringBuilder("\n## " + title + ": " + all.size() + " series\n\n");
    table.append(
        "| rule | false-alarm days in 30 | outbreaks found | PPV per day | delay in days |\n");
    table.append("|---|---|---|---|---|\n");
    rules.forEach(
        (name, rule) -> {
          DailyScore score = DailyScore.of(rule, all);
          table.append(
              String.format(
                  Locale.ROOT,
                  "| %s | %.2f | %.3f | %.2f | %.2f |%n",
                  name,
                  score.falseDays(),
                  score.found(),
                  score.precision(),
                  score.delay()));
        });
    return table.toString();
  }

  private static String hourly() {
    StringBuilder table = new StringBuilder(HOURLY);
    for (long seed : new long[] {TUNING_SEED, FRESH_SEED}) {
      HourlyScore score =
          HourlyScore.of(Granularity.HOUR.method(), HourlySimulation.draw(seed, HOURLY_SERIES));
      table.append(
          String.format(
              Locale.ROOT,
              "| %d%s | %d of %d | %.2f | %.2f |%n",
              seed,
              seed == TUNING_SEED ? " (tuning)" : "",
              score.found(),
              score.windows(),
              score.falseAlerts(),
              score.falseHours()));
    }
    return table.toString();
  }

  private static final String INTRODUCTION =
      """
      # How well the detector detects

      Written by `./marsad evaluate --detector pipeline/alerts DATA`. One configuration for each
      granularity. The daily series are simulated after Noufaily et al. (2019): seven signals, an
      outbreak in each series, 343 days judged; `DailySimulation` documents the draws. A false-alarm
      day is an alarm on a day without a case of the outbreak; found is an outbreak with an alarm on
      one of its days; the delay counts from its first case. EARS and the last rule run on the same
      series, with the limits 0.01 (C1, C2) and 0.025 (C3), and from 10 documents (the last rule).
      """;

  private static final String HOURLY =
      """

      ## Hourly series: 24 for each seed, of eight weeks

      Simulated by `HourlySimulation`. A window begins 6 hours before a burst and ends 36 hours after
      its begin. A false alert is a row of alarms that begins outside of every window. Real series
      are restless in other ways: take these figures for a comparison of versions, not for a promise.

      | seed | windows found | false alerts in a week | alarm hours outside in a week |
      |---|---|---|---|
      """;
}
