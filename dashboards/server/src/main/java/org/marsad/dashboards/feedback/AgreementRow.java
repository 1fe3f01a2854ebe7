// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.dashboards.feedback;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.marsad.classifiers.agreement.Agreement;
import org.marsad.classifiers.agreement.KrippendorffAlpha;
import org.marsad.classifiers.agreement.Scale;
import org.marsad.index.feedback.Layer;
import org.marsad.index.feedback.Review;

/**
 * How far people agree on one layer.
 *
 * @param language absent for all together
 * @param scale by which answers differ: NOMINAL, ORDINAL or SETS
 */
record AgreementRow(Layer layer, @Nullable String language, String scale, Agreement agreement) {

  /**
   * Of every layer, all together and by language; languages in which nothing pairs are left out.
   */
  static List<AgreementRow> of(List<Review> reviews) {
    Set<String> languages = new TreeSet<>();
    reviews.forEach(review -> languages.add(review.language()));
    List<AgreementRow> rows = new ArrayList<>();
    for (Layer layer : Layer.values()) {
      rows.add(of(layer, null, reviews));
      for (String language : languages) {
        List<Review> some =
            reviews.stream().filter(review -> review.language().equals(language)).toList();
        AgreementRow row = of(layer, language, some);
        if (row.agreement().units() > 0) {
          rows.add(row);
        }
      }
    }
    return rows;
  }

  private static AgreementRow of(Layer layer, @Nullable String language, List<Review> reviews) {
    List<List<List<String>>> units = reviews.stream().map(review -> review.answers(layer)).toList();
    return switch (layer) {
      case RELEVANT, STANCE, OFFENSIVE ->
          new AgreementRow(
              layer, language, "NOMINAL", KrippendorffAlpha.of(units, Scale.nominal()));
      case INTENSITY ->
          new AgreementRow(
              layer, language, "ORDINAL", KrippendorffAlpha.of(levels(units), Scale.ordinal()));
      case TARGETS, FRAMES ->
          new AgreementRow(
              layer, language, "SETS", KrippendorffAlpha.of(sets(units), Scale.sets()));
    };
  }

  private static List<List<Integer>> levels(List<List<List<String>>> units) {
    return units.stream()
        .map(unit -> unit.stream().map(values -> Integer.valueOf(values.get(0))).toList())
        .toList();
  }

  private static List<List<Set<String>>> sets(List<List<List<String>>> units) {
    return units.stream()
        .map(unit -> unit.stream().<Set<String>>map(HashSet::new).toList())
        .toList();
  }
}
