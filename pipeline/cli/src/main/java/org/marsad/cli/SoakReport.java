// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.cli;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What a soak found.
 *
 * @param delays from publication to search, shortest first
 */
record SoakReport(int minutes, FarmAccount account, List<Growth> growths, List<Duration> delays) {

  boolean isExact() {
    return account.missing().isEmpty() && account.unexpected() == 0 && account.givenUp() == 0;
  }

  boolean isWell() {
    return isExact() && growths.stream().allMatch(Growth::isFlat);
  }

  /** A table for people on standard error, a line for programs on standard output. */
  void print() {
    row("published", account.published() + "");
    row("indexed", account.indexed() + "");
    row("duplicates", account.duplicates() + "");
    row("rejected", account.rejected() + "");
    row(
        "counts",
        isExact()
            ? "exact"
            : "WRONG: "
                + account.missing().size()
                + " missing, "
                + account.unexpected()
                + " unexpected, "
                + account.givenUp()
                + " given up");
    row("publication to search", seconds(0.5) + " s median, " + seconds(0.95) + " s for 95 of 100");
    growths.forEach(
        growth ->
            row(
                growth.name(),
                growth.first()
                    + " -> "
                    + growth.last()
                    + ", at most "
                    + growth.most()
                    + (growth.isFlat() ? "" : " GROWS")));
    JsonLine.print(figures());
  }

  private static void row(String name, String value) {
    Terminal.err().println(String.format(Locale.ROOT, "%-28s %s", name, value));
  }

  private Map<String, Object> figures() {
    Map<String, Object> figures = new LinkedHashMap<>();
    figures.put("minutes", minutes);
    figures.put("published", account.published());
    figures.put("indexed", account.indexed());
    figures.put("duplicates", account.duplicates());
    figures.put("rejected", account.rejected());
    figures.put("givenUp", account.givenUp());
    figures.put("missing", account.missing().size());
    figures.put("unexpected", account.unexpected());
    figures.put("delaysMeasured", delays.size());
    figures.put("delayMedianSeconds", seconds(0.5));
    figures.put("delay95Seconds", seconds(0.95));
    for (Growth growth : growths) {
      figures.put(
          growth.key(),
          Map.of("before", growth.first(), "after", growth.last(), "most", growth.most()));
    }
    figures.put("well", isWell());
    return figures;
  }

  private double seconds(double share) {
    return delays.isEmpty()
        ? 0
        : delays.get((int) ((delays.size() - 1) * share)).toMillis() / 1000.0;
  }
}
