// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.alerts.evaluate;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

/**
 * Daily series after Noufaily et al. (2019): seven years of each {@link Signal}, of which the last
 * 700 days are kept, with one outbreak in the last 49 weeks. An outbreak of weight w has a Poisson
 * number of cases with mean {@code 9 w σ}, where σ is the signal's standard deviation on its first
 * day; each case comes after a log-normal delay with median 4 days and shape 0.5, in whole days.
 */
public final class DailySimulation {
  private static final int DAYS = 7 * 52 * 7;
  private static final int KEPT = 700;
  private static final int JUDGED = 49 * 7;

  /** The last start leaves an outbreak the time to be seen. */
  private static final int LAST_START = 330;

  private static final int[] WEIGHTS = {2, 3, 5, 10};
  private static final double CASES = 9;
  private static final double DELAY_MU = Math.log(4);
  private static final double DELAY_SIGMA = 0.5;
  private static final Pattern BAR = Pattern.compile("\\|");

  private DailySimulation() {}

  /**
   * @param repetitions of each of the 28 pairs of signal and weight
   */
  public static List<DailySeries> draw(long seed, int repetitions) {
    Counts root = new Counts(seed);
    List<DailySeries> all = new ArrayList<>();
    for (Signal signal : Signal.ALL) {
      for (int repetition = 0; repetition < repetitions; repetition++) {
        for (int weight : WEIGHTS) {
          all.add(draw(signal, weight, root.split()));
        }
      }
    }
    return all;
  }

  private static DailySeries draw(Signal signal, int weight, Counts draws) {
    long[] counts = new long[KEPT];
    for (int i = 0; i < KEPT; i++) {
      counts[i] = draws.negativeBinomial(signal.mean(DAYS - KEPT + 1 + i), signal.dispersion());
    }
    int start = draws.below(LAST_START);
    double variance = signal.mean(DAYS - JUDGED + 1 + start) * signal.dispersion();
    long cases = Math.max(2, draws.poisson(CASES * weight * Math.sqrt(variance)));
    boolean[] outbreak = new boolean[JUDGED];
    for (long i = 0; i < cases; i++) {
      int day = start + (int) draws.logNormal(DELAY_MU, DELAY_SIGMA);
      if (day < JUDGED) {
        outbreak[day] = true;
        counts[KEPT - JUDGED + day]++;
      }
    }
    return new DailySeries(counts, outbreak);
  }

  /**
   * Reads series that were drawn elsewhere.
   *
   * @param file gzip-compressed CSV with a header, whose last two columns are the counts of 700
   *     days and the outbreak's cases in the last 343, each joined by bars
   * @throws IOException if it cannot be read
   */
  public static List<DailySeries> read(Path file) throws IOException {
    try (InputStream in = new GZIPInputStream(Files.newInputStream(file));
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return lines.lines().skip(1).map(DailySimulation::series).toList();
    }
  }

  private static DailySeries series(String line) {
    String[] cells = line.split(",");
    long[] cases = numbers(cells[cells.length - 1]);
    boolean[] outbreak = new boolean[cases.length];
    for (int i = 0; i < cases.length; i++) {
      outbreak[i] = cases[i] > 0;
    }
    return new DailySeries(numbers(cells[cells.length - 2]), outbreak);
  }

  private static long[] numbers(String cell) {
    return BAR.splitAsStream(cell).mapToLong(Long::parseLong).toArray();
  }
}
