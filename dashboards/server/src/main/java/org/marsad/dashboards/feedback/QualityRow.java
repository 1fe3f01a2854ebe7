// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.dashboards.feedback;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.marsad.classifiers.Stance;
import org.marsad.index.feedback.Layer;
import org.marsad.index.feedback.Review;
import org.marsad.index.feedback.ReviewQueue;

/**
 * How right a model has been on the random sample of one language, by the people who judged it.
 * Languages are drawn from in turn, so their shares must not be thrown together.
 *
 * @param right texts of which the model says just what people say
 * @param positive the answer that {@code precision} and {@code recall} are of; absent with them
 * @param precision of the texts that the model calls so, those that are
 * @param recall of the texts that are so, those that the model finds
 * @param cells how often the model says one thing where people say another or the same
 */
record QualityRow(
    Layer layer,
    String language,
    String model,
    Share right,
    @Nullable String positive,
    @Nullable Share precision,
    @Nullable Share recall,
    List<Cell> cells) {
  private static final String NOTHING = "NONE";

  /**
   * @param said by the model; NONE where it says nothing, or the set is empty
   * @param truth by people
   */
  record Cell(String said, String truth, int texts) {}

  static List<QualityRow> of(List<Review> reviews) {
    List<QualityRow> rows = new ArrayList<>();
    Map<String, List<Review>> byLanguageAndModel =
        reviews.stream()
            .filter(review -> review.queues().contains(ReviewQueue.RANDOM))
            .collect(
                Collectors.groupingBy(
                    review -> review.language() + "\n" + review.model(),
                    TreeMap::new,
                    Collectors.toList()));
    for (Layer layer : Layer.values()) {
      for (List<Review> alike : byLanguageAndModel.values()) {
        List<Cell> cells = cells(layer, alike);
        Share right = share(cells, cell -> cell.said().equals(cell.truth()), cell -> true);
        if (right != null) {
          rows.add(row(layer, alike.get(0), right, cells));
        }
      }
    }
    return rows;
  }

  private static QualityRow row(Layer layer, Review first, Share right, List<Cell> cells) {
    String positive =
        switch (layer) {
          case RELEVANT, OFFENSIVE -> "true";
          case STANCE -> Stance.HOSTILE.name();
          case INTENSITY, TARGETS, FRAMES -> null;
        };
    return new QualityRow(
        layer,
        first.language(),
        first.model(),
        right,
        positive,
        positive == null
            ? null
            : share(cells, c -> c.truth().equals(positive), c -> c.said().equals(positive)),
        positive == null
            ? null
            : share(cells, c -> c.said().equals(positive), c -> c.truth().equals(positive)),
        cells);
  }

  private static @Nullable Share share(
      List<Cell> cells, Predicate<Cell> some, Predicate<Cell> among) {
    int of = 0;
    int found = 0;
    for (Cell cell : cells) {
      if (among.test(cell)) {
        of += cell.texts();
        found += some.test(cell) ? cell.texts() : 0;
      }
    }
    return Share.of(found, of);
  }

  private static List<Cell> cells(Layer layer, List<Review> reviews) {
    Map<String, Integer> counts = new TreeMap<>();
    for (Review review : reviews) {
      List<String> truth = review.truth(layer);
      if (truth != null) {
        counts.merge(words(review.said(layer)) + "\n" + words(truth), 1, Integer::sum);
      }
    }
    return counts.entrySet().stream()
        .map(
            entry -> {
              String[] parts = entry.getKey().split("\n");
              return new Cell(parts[0], parts[1], entry.getValue());
            })
        .toList();
  }

  private static String words(@Nullable List<String> values) {
    List<String> given = Objects.requireNonNullElse(values, List.of());
    return given.isEmpty() ? NOTHING : String.join(" ", given);
  }
}
