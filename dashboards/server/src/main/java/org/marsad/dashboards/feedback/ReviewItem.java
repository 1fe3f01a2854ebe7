// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.dashboards.feedback;

import java.time.Instant;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.marsad.classifiers.Assessment;
import org.marsad.dashboards.documents.Passage;
import org.marsad.dashboards.documents.Passages;
import org.marsad.dashboards.sources.Outlets;
import org.marsad.index.feedback.Label;
import org.marsad.index.feedback.Layer;
import org.marsad.index.feedback.Review;
import org.marsad.index.feedback.ReviewQueue;
import org.marsad.index.query.StoredDocument;
import org.marsad.model.Document;
import org.marsad.model.DocumentKind;

/**
 * A text to be judged. What could sway the answer is absent where it is asked for blindly.
 *
 * @param contentHash to be sent back with the answer, which is about this wording alone
 * @param masked whether something in title or text is hidden
 * @param blind whether the model's answer is kept back
 * @param said what the model said, by layer; absent where blind
 * @param mine what the person said before, by layer; empty for "cannot say"
 * @param others of a text on which people disagree: what each said, without their ids
 */
record ReviewItem(
    String id,
    String contentHash,
    String language,
    DocumentKind kind,
    String sourceName,
    boolean fictional,
    @Nullable Instant published,
    Instant captured,
    @Nullable Passage title,
    Passage text,
    boolean masked,
    ReviewQueue queue,
    boolean blind,
    @Nullable Map<Layer, List<String>> said,
    Map<Layer, Answered> mine,
    @Nullable List<Map<Layer, Answered>> others) {

  /**
   * @param values absent where the person cannot say
   */
  record Answered(@Nullable List<String> values) {}

  static ReviewItem of(
      StoredDocument stored,
      Assessment judged,
      ReviewQueue queue,
      Passages passages,
      @Nullable Review review,
      String annotator,
      Outlets outlets) {
    Document document = stored.document();
    boolean decides = queue == ReviewQueue.ADJUDICATION;
    boolean blind =
        decides
            || queue.isBlind()
            || (queue != ReviewQueue.OWN && ReviewDesk.isForTwo(document.contentHash()));
    Map<String, Map<Layer, Answered>> given = given(review, decides);
    Map<Layer, Answered> mine = given.getOrDefault(annotator, Map.of());
    Passage title = passages.title(null);
    return new ReviewItem(
        document.id(),
        document.contentHash(),
        judged.language(),
        document.kind(),
        outlets.name(document.sourceId()),
        outlets.isFictional(document.sourceId()),
        document.published(),
        document.captured(),
        title == null || !blind ? title : unmarked(title),
        blind ? unmarked(passages.text()) : passages.text(),
        passages.isMasked(),
        queue,
        blind,
        blind ? null : said(judged),
        decides ? Map.of() : mine,
        decides ? List.copyOf(given.values()) : null);
  }

  /** Marks tell what the judgement rests on. */
  private static Passage unmarked(Passage passage) {
    return new Passage(passage.text(), List.of());
  }

  private static Map<Layer, List<String>> said(Assessment judged) {
    Map<Layer, List<String>> said = new EnumMap<>(Layer.class);
    for (Layer layer : Layer.values()) {
      List<String> values = layer.said(judged);
      if (values != null) {
        said.put(layer, values);
      }
    }
    return said;
  }

  private static Map<String, Map<Layer, Answered>> given(@Nullable Review review, boolean decides) {
    Map<String, Map<Layer, Answered>> given = new LinkedHashMap<>();
    if (review != null) {
      for (Label label : review.labels()) {
        if (!decides || label.queue() != ReviewQueue.ADJUDICATION) {
          given
              .computeIfAbsent(label.annotator(), person -> new EnumMap<>(Layer.class))
              .put(label.layer(), new Answered(label.values()));
        }
      }
    }
    return given;
  }
}
