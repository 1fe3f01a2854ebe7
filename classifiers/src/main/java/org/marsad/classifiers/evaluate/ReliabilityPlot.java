// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.classifiers.evaluate;

import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import org.marsad.classifiers.linear.Reliability;
import org.marsad.classifiers.linear.Reliability.Bin;

/** Reliability as a plot of text: a bar to what happened, a mark at what was said. */
final class ReliabilityPlot {
  private static final int WIDTH = 40;

  private ReliabilityPlot() {}

  /** Plots of a decision by language, where a language has texts enough. */
  static String byLanguage(
      List<Judged> texts, ToDoubleFunction<Judged> probability, Predicate<Judged> truth) {
    StringBuilder out = new StringBuilder("```\n");
    Gates.byLanguage(texts)
        .forEach(
            (language, ofLanguage) -> {
              if (ofLanguage.size() >= Gates.LEAST_FOR_CALIBRATION) {
                out.append(of(language, Gates.reliability(ofLanguage, probability, truth)));
                out.append('\n');
              }
            });
    out.append(of("all", Gates.reliability(texts, probability, truth)));
    return out.append("```").toString();
  }

  static String of(String title, Reliability reliability) {
    StringBuilder out = new StringBuilder();
    out.append(
        String.format(
            Locale.ROOT,
            "%s: %d texts, expected calibration error %.3f%n",
            title,
            reliability.texts(),
            reliability.expectedError()));
    out.append("texts   said   true\n");
    for (Bin bin : reliability.bins()) {
      out.append(
          String.format(
                  Locale.ROOT,
                  "%5d  %.3f  %.3f  %s",
                  bin.texts(),
                  bin.said(),
                  bin.happened(),
                  bar(bin))
              .stripTrailing());
      out.append('\n');
    }
    return out.toString().replace("\r\n", "\n");
  }

  private static String bar(Bin bin) {
    int length = (int) Math.round(bin.happened() * WIDTH);
    int mark = (int) Math.round(bin.said() * WIDTH);
    StringBuilder bar = new StringBuilder("█".repeat(length) + " ".repeat(WIDTH + 1 - length));
    bar.setCharAt(mark, '┃');
    return bar.toString();
  }
}
