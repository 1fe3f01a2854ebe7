// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.index.feedback;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.marsad.classifiers.Stance;
import org.marsad.classifiers.TextKind;
import org.marsad.classifiers.train.FeedbackLine;
import org.marsad.index.IndexConnection;
import org.marsad.index.IndexNames;
import org.marsad.index.query.Reader;
import org.marsad.index.query.StoredDocument;
import org.marsad.model.Document;
import org.marsad.model.DocumentKind;

/**
 * What people said, as the training reads it: a line for each person and text, since there the
 * majority decides and a tie teaches nothing; where somebody decided between others, that decision
 * alone. Texts as they were judged, unmasked; those that are erased are left out, and so is what
 * nobody called relevant or not.
 */
public final class FeedbackExport {
  private static final int PAGE = 200;

  private final IndexConnection connection;

  public FeedbackExport(IndexConnection connection) {
    this.connection = connection;
  }

  /**
   * Hands over line by line, holding a page of texts at a time.
   *
   * @return how many
   */
  public int to(Consumer<FeedbackLine> lines) {
    List<Review> reviews =
        new LabelBook(connection)
            .reviews().stream().filter(review -> review.documentId() != null).toList();
    int count = 0;
    for (int start = 0; start < reviews.size(); start += PAGE) {
      List<Review> page = reviews.subList(start, Math.min(reviews.size(), start + PAGE));
      Map<String, Document> texts = texts(page);
      for (Review review : page) {
        Document judged = texts.get(review.unit());
        if (judged != null && judged.text().codePoints().anyMatch(Character::isLetterOrDigit)) {
          for (FeedbackLine line : lines(review, judged)) {
            lines.accept(line);
            count++;
          }
        }
      }
    }
    return count;
  }

  /** The wordings that were judged, by unit. */
  private Map<String, Document> texts(List<Review> reviews) {
    Map<String, Document> texts = new HashMap<>();
    List<String> current =
        reviews.stream().map(Review::documentId).filter(Objects::nonNull).distinct().toList();
    collect(IndexNames.DOCUMENTS, current, texts);
    List<String> former =
        reviews.stream()
            .filter(review -> !texts.containsKey(review.unit()))
            .map(review -> review.documentId() + "@" + review.version())
            .toList();
    collect(IndexNames.VERSIONS, former, texts);
    return texts;
  }

  private void collect(String index, List<String> ids, Map<String, Document> texts) {
    new Reader(connection)
        .get(index, ids).stream()
            .filter(source -> source.has("text"))
            .map(Reader::document)
            .map(StoredDocument::document)
            .forEach(text -> texts.put(Label.unit(text.id(), text.contentHash()), text));
  }

  private static List<FeedbackLine> lines(Review review, Document text) {
    Map<String, List<Label>> byPerson =
        review.labels().stream()
            .filter(label -> !review.isAdjudicated() || label.queue() == ReviewQueue.ADJUDICATION)
            .collect(
                Collectors.groupingBy(Label::annotator, LinkedHashMap::new, Collectors.toList()));
    List<FeedbackLine> lines = new ArrayList<>();
    byPerson.forEach(
        (person, labels) -> {
          FeedbackLine line = line(person, labels, text);
          if (line != null) {
            lines.add(line);
          }
        });
    return lines;
  }

  private static @Nullable FeedbackLine line(String person, List<Label> labels, Document text) {
    Map<Layer, List<String>> answers = new HashMap<>();
    Instant at = Instant.MIN;
    for (Label label : labels) {
      if (label.values() != null) {
        answers.put(label.layer(), label.values());
        at = label.at().isAfter(at) ? label.at() : at;
      }
    }
    String stance = one(answers, Layer.STANCE);
    String relevant = one(answers, Layer.RELEVANT);
    // Only what speaks about migrants has a stance towards them.
    if (relevant == null && stance == null) {
      return null;
    }
    boolean isRelevant = relevant == null || Boolean.parseBoolean(relevant);
    String level = one(answers, Layer.INTENSITY);
    if (Stance.HOSTILE.name().equals(stance) && level != null && level.compareTo("2") < 0) {
      // Answered at different times, and by the codebook one of them is wrong.
      level = null;
    }
    String offensive = one(answers, Layer.OFFENSIVE);
    return new FeedbackLine(
        text.text(),
        text.title(),
        kind(text.kind()),
        text.assessment() == null ? null : text.assessment().language(),
        isRelevant,
        stance == null || !isRelevant ? null : Stance.valueOf(stance),
        level == null || !isRelevant ? null : Double.valueOf(level),
        answers.getOrDefault(Layer.TARGETS, List.of()),
        answers.getOrDefault(Layer.FRAMES, List.of()),
        offensive == null ? null : Boolean.valueOf(offensive),
        person,
        at);
  }

  private static @Nullable String one(Map<Layer, List<String>> answers, Layer layer) {
    List<String> values = answers.getOrDefault(layer, List.of());
    return values.isEmpty() ? null : values.get(0);
  }

  private static TextKind kind(DocumentKind kind) {
    return TextKind.valueOf(kind.name());
  }
}
