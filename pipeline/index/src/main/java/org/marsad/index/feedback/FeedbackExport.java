// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.index.feedback;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.marsad.classifiers.train.FeedbackLine;
import org.marsad.index.IndexConnection;
import org.marsad.index.IndexNames;
import org.marsad.index.query.Reader;
import org.marsad.index.query.StoredDocument;
import org.marsad.model.Document;

/**
 * What people said, as the training reads it. Texts as they were judged, whatever became of them by
 * edits, and unmasked; those that are erased are left out, and so is what people disagree on and
 * nobody has decided.
 */
public final class FeedbackExport {
  private static final int PAGE = 200;

  private final IndexConnection connection;

  public FeedbackExport(IndexConnection connection) {
    this.connection = connection;
  }

  /**
   * How much was handed over.
   *
   * @param undecided texts of which something was left out since people disagree on it
   */
  public record Account(int lines, int undecided) {}

  /** Hands over line by line, holding a page of texts at a time. */
  public Account to(Consumer<FeedbackLine> lines) {
    List<Review> reviews =
        new LabelBook(connection)
            .reviews().stream().filter(review -> review.documentId() != null).toList();
    int count = 0;
    int undecided = 0;
    for (int start = 0; start < reviews.size(); start += PAGE) {
      List<Review> page = reviews.subList(start, Math.min(reviews.size(), start + PAGE));
      Map<String, Document> texts = texts(page);
      for (Review review : page) {
        Document judged = texts.get(review.unit());
        if (judged != null && judged.text().codePoints().anyMatch(Character::isLetterOrDigit)) {
          for (FeedbackLine line : ReviewLines.of(review, judged)) {
            lines.accept(line);
            count++;
          }
          undecided += review.isDisputed() ? 1 : 0;
        }
      }
    }
    return new Account(count, undecided);
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
}
