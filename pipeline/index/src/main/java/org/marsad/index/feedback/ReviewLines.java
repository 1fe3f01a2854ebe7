// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.index.feedback;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.marsad.classifiers.Codebook;
import org.marsad.classifiers.Stance;
import org.marsad.classifiers.TextKind;
import org.marsad.classifiers.train.FeedbackLine;
import org.marsad.model.Document;

/**
 * What people said of one text, as the training reads it: a line for each of them, without what
 * they disagree on; or where somebody decided between them one line, which holds what was decided
 * and what they agree on.
 */
final class ReviewLines {
  private final Review review;
  private final Document text;

  /**
   * @param text as it was judged
   */
  private ReviewLines(Review review, Document text) {
    this.review = review;
    this.text = text;
  }

  /** Empty where nobody called the text relevant or not, and where that is what they differ in. */
  static List<FeedbackLine> of(Review review, Document text) {
    ReviewLines lines = new ReviewLines(review, text);
    return review.isAdjudicated() ? lines.decided() : lines.each();
  }

  private List<FeedbackLine> each() {
    Map<String, List<Label>> byPerson =
        review.meant().stream()
            .filter(label -> label.codebook().equals(Codebook.VERSION))
            .collect(
                Collectors.groupingBy(Label::annotator, LinkedHashMap::new, Collectors.toList()));
    List<FeedbackLine> lines = new ArrayList<>();
    byPerson.forEach(
        (person, labels) -> {
          Map<Layer, List<String>> answers = new EnumMap<>(Layer.class);
          for (Label label : labels) {
            if (label.values() != null && !review.isUndecided(label.layer())) {
              answers.put(label.layer(), label.values());
            }
          }
          add(lines, answers, person, false, latest(labels));
        });
    return lines;
  }

  private List<FeedbackLine> decided() {
    List<Label> decisions =
        review.meant().stream()
            .filter(Label::isDecision)
            .filter(label -> label.codebook().equals(Codebook.VERSION))
            .toList();
    List<FeedbackLine> lines = new ArrayList<>();
    if (!decisions.isEmpty()) {
      Map<Layer, List<String>> answers = new EnumMap<>(Layer.class);
      for (Layer layer : Layer.values()) {
        List<String> truth = review.isUndecided(layer) ? null : review.truth(layer);
        if (truth != null) {
          answers.put(layer, truth);
        }
      }
      String person = decisions.get(decisions.size() - 1).annotator();
      add(lines, answers, person, true, latest(decisions));
    }
    return lines;
  }

  private static Instant latest(List<Label> labels) {
    return labels.stream().map(Label::at).max(Instant::compareTo).orElse(Instant.EPOCH);
  }

  private void add(
      List<FeedbackLine> lines,
      Map<Layer, List<String>> answers,
      String person,
      boolean decides,
      Instant at) {
    String stance = one(answers, Layer.STANCE);
    String relevant = one(answers, Layer.RELEVANT);
    if (relevant == null) {
      return;
    }
    boolean isRelevant = Boolean.parseBoolean(relevant);
    String level = one(answers, Layer.INTENSITY);
    if (Stance.HOSTILE.name().equals(stance) && level != null && level.compareTo("2") < 0) {
      // Answered at different times, and by the codebook one of them is wrong.
      level = null;
    }
    String offensive = one(answers, Layer.OFFENSIVE);
    lines.add(
        new FeedbackLine(
            text.text(),
            text.title(),
            TextKind.valueOf(text.kind().name()),
            text.assessment() == null ? null : text.assessment().language(),
            isRelevant,
            stance == null || !isRelevant ? null : Stance.valueOf(stance),
            level == null || !isRelevant ? null : Double.valueOf(level),
            answers.getOrDefault(Layer.TARGETS, List.of()),
            answers.getOrDefault(Layer.FRAMES, List.of()),
            offensive == null ? null : Boolean.valueOf(offensive),
            person,
            decides,
            Codebook.VERSION,
            at));
  }

  private static @Nullable String one(Map<Layer, List<String>> answers, Layer layer) {
    List<String> values = answers.getOrDefault(layer, List.of());
    return values.isEmpty() ? null : values.get(0);
  }
}
