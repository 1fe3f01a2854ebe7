// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.classifiers.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Models beside those that they would replace, figure by figure.
 *
 * @param figures in the order of {@link KeyFigure}
 */
public record Comparison(List<Compared> figures) {

  /** One figure of both, each a share from 0 to 1. */
  public record Compared(KeyFigure figure, double before, double after) {

    /** Whether it is worse by more than is tolerated. */
    public boolean worse() {
      return figure.worse(before, after);
    }

    private String line() {
      return String.format(
          Locale.ROOT,
          "  %-60s %.4f → %.4f%s",
          figure.meaning(),
          before,
          after,
          worse() ? String.format(Locale.ROOT, "  worse by more than %s", figure.tolerance()) : "");
    }
  }

  /** Compares what was measured of both. */
  public static Comparison of(Map<KeyFigure, Double> before, Map<KeyFigure, Double> after) {
    List<Compared> figures = new ArrayList<>();
    for (KeyFigure figure : KeyFigure.values()) {
      Double old = before.get(figure);
      Double renewed = after.get(figure);
      if (old != null && renewed != null) {
        figures.add(new Compared(figure, old, renewed));
      }
    }
    return new Comparison(List.copyOf(figures));
  }

  /** Whether any figure is worse by more than is tolerated. */
  public boolean worse() {
    return figures.stream().anyMatch(Compared::worse);
  }

  /** A line a figure, for people. */
  public String lines() {
    return String.join("\n", figures.stream().map(Compared::line).toList());
  }
}
