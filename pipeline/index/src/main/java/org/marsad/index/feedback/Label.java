// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.index.feedback;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.marsad.classifiers.Assessment;
import org.marsad.classifiers.Codebook;
import org.marsad.index.query.StoredDocument;
import org.marsad.model.Document;

/**
 * What one person said of one layer of one text.
 *
 * @param id of this answer alone
 * @param unit the same for all labels of one text
 * @param documentId null once the document was erased
 * @param contentHash of the wording that was judged; null once the document was erased
 * @param version of the document that had this wording; 0 once it was erased
 * @param language as the model has it
 * @param annotator an account's random id, or {@link #LOCAL}; never a name
 * @param values in alphabetical order; null where the person cannot say
 * @param said what the model had said; null where it said nothing
 * @param model name and version of the model
 * @param codebook version of the {@link Codebook} that the person went by
 */
public record Label(
    String id,
    String unit,
    @Nullable String documentId,
    @Nullable String contentHash,
    int version,
    String language,
    String annotator,
    Layer layer,
    @Nullable List<String> values,
    @Nullable List<String> said,
    String model,
    String codebook,
    ReviewQueue queue,
    Instant at) {

  /** Who answers while there are no accounts. */
  public static final String LOCAL = "local";

  /** The later answer is the greater; total, so that no order of reading decides. */
  static final Comparator<Label> BY_TIME = Comparator.comparing(Label::at).thenComparing(Label::id);

  /**
   * An answer about the present wording of a document.
   *
   * @param judged the document's assessment
   */
  public static Label of(
      StoredDocument stored,
      Assessment judged,
      Layer layer,
      @Nullable List<String> values,
      String annotator,
      ReviewQueue queue,
      Instant at) {
    Document document = stored.document();
    return new Label(
        UUID.randomUUID().toString(),
        unit(document.id(), document.contentHash()),
        document.id(),
        document.contentHash(),
        stored.version(),
        judged.language(),
        annotator,
        layer,
        values == null ? null : values.stream().sorted().toList(),
        layer.said(judged),
        judged.model(),
        Codebook.VERSION,
        queue,
        at);
  }

  /** Whether it was said to decide between others. */
  boolean isDecision() {
    return queue == ReviewQueue.ADJUDICATION;
  }

  /**
   * That the text is relevant, said by a stance or an intensity; the model has one of either where
   * it says so, too.
   */
  Label relevance() {
    return new Label(
        id,
        unit,
        documentId,
        contentHash,
        version,
        language,
        annotator,
        Layer.RELEVANT,
        List.of("true"),
        List.of(String.valueOf(said != null)),
        model,
        codebook,
        queue,
        at);
  }

  static String unit(String documentId, String contentHash) {
    return documentId + "@" + contentHash;
  }
}
