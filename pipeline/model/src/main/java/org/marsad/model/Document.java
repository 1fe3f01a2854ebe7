// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.model;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.marsad.classifiers.Assessment;
import org.marsad.classifiers.Evidence;

/**
 * A text as the index holds it.
 *
 * @param id deterministic (see {@link DocumentIds}), so that a replay changes nothing
 * @param url canonical, where there is one
 * @param parentId the id of what a comment stands under or a post answers, which need not be in the
 *     index
 * @param text plain, with handles, e-mail addresses and phone numbers redacted
 * @param author the pseudonym of a private author; never a name
 * @param declaredLanguage what the page or feed states; the assessment decides on its own
 * @param extractionMethod how the text was found
 * @param contentHash of title and text; tells an edit from a repetition
 * @param assessment null until assessed
 * @param reference where the input came from: a URL, or file and record number
 * @param provenance null where nothing was captured but the text
 * @param story null where the text was not compared with others
 * @param modified when the page says it was last changed
 * @param datedBy what {@code published} rests on; null where there is no date
 */
public record Document(
    String id,
    String sourceId,
    DocumentKind kind,
    @Nullable String url,
    @Nullable String parentId,
    @Nullable String title,
    String text,
    @Nullable String byline,
    @Nullable String author,
    @Nullable Instant published,
    Instant captured,
    @Nullable String declaredLanguage,
    @Nullable String section,
    String extractionMethod,
    @Nullable String charset,
    String contentHash,
    @Nullable Assessment assessment,
    String reference,
    @Nullable Provenance provenance,
    @Nullable Story story,
    @Nullable Instant modified,
    @Nullable DatedBy datedBy) {

  /** The evidence that lies within the text; none where the judgement must not be counted. */
  public List<Evidence> evidence() {
    if (assessment == null || !assessment.classified()) {
      return List.of();
    }
    return assessment.evidence().stream()
        .filter(
            span -> 0 <= span.start() && span.start() < span.end() && span.end() <= text.length())
        .toList();
  }

  /** A document with only what each must have. */
  public static DocumentBuilder builder(
      String id,
      String sourceId,
      DocumentKind kind,
      String text,
      Instant captured,
      String reference) {
    return new DocumentBuilder(id, sourceId, kind, text, captured, reference);
  }

  /** This document, to be changed in some parts. */
  public DocumentBuilder toBuilder() {
    return new DocumentBuilder(this);
  }

  public Document withAssessment(Assessment judged) {
    return toBuilder().assessment(judged).build();
  }

  public Document withStory(Story told) {
    return toBuilder().story(told).build();
  }
}
