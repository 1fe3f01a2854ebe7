// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.model;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.marsad.classifiers.Assessment;

/**
 * Puts a {@link Document} together, naming each part. What is not given is absent, but the content
 * hash, which follows from title and text.
 */
public final class DocumentBuilder {
  private static final String GIVEN = "given";

  private final String id;
  private final String sourceId;
  private final String text;
  private final Instant captured;
  private final String reference;
  private DocumentKind kind;
  private @Nullable String url;
  private @Nullable String parentId;
  private @Nullable String title;
  private @Nullable String byline;
  private @Nullable String author;
  private @Nullable Instant published;
  private @Nullable String declaredLanguage;
  private @Nullable String section;
  private String extractionMethod = GIVEN;
  private @Nullable String charset;
  private @Nullable String contentHash;
  private @Nullable Assessment assessment;
  private @Nullable Provenance provenance;
  private @Nullable Story story;
  private @Nullable Instant modified;
  private @Nullable DatedBy datedBy;

  DocumentBuilder(
      String id,
      String sourceId,
      DocumentKind kind,
      String text,
      Instant captured,
      String reference) {
    this.id = id;
    this.sourceId = sourceId;
    this.kind = kind;
    this.text = text;
    this.captured = captured;
    this.reference = reference;
  }

  DocumentBuilder(Document from) {
    this(from.id(), from.sourceId(), from.kind(), from.text(), from.captured(), from.reference());
    url = from.url();
    parentId = from.parentId();
    title = from.title();
    byline = from.byline();
    author = from.author();
    published = from.published();
    declaredLanguage = from.declaredLanguage();
    section = from.section();
    extractionMethod = from.extractionMethod();
    charset = from.charset();
    contentHash = from.contentHash();
    assessment = from.assessment();
    provenance = from.provenance();
    story = from.story();
    modified = from.modified();
    datedBy = from.datedBy();
  }

  public DocumentBuilder kind(DocumentKind of) {
    kind = of;
    return this;
  }

  public DocumentBuilder url(@Nullable String canonical) {
    url = canonical;
    return this;
  }

  public DocumentBuilder parentId(@Nullable String documentId) {
    parentId = documentId;
    return this;
  }

  /** Changes the content hash too. */
  public DocumentBuilder title(@Nullable String now) {
    if (!Objects.equals(title, now)) {
      contentHash = null;
    }
    title = now;
    return this;
  }

  public DocumentBuilder byline(@Nullable String ofArticle) {
    byline = ofArticle;
    return this;
  }

  public DocumentBuilder author(@Nullable String pseudonym) {
    author = pseudonym;
    return this;
  }

  public DocumentBuilder published(@Nullable Instant at) {
    published = at;
    return this;
  }

  public DocumentBuilder declaredLanguage(@Nullable String code) {
    declaredLanguage = code;
    return this;
  }

  public DocumentBuilder section(@Nullable String name) {
    section = name;
    return this;
  }

  /** "given" where nothing else is said. */
  public DocumentBuilder extractionMethod(String method) {
    extractionMethod = method;
    return this;
  }

  public DocumentBuilder charset(@Nullable String name) {
    charset = name;
    return this;
  }

  public DocumentBuilder assessment(@Nullable Assessment judged) {
    assessment = judged;
    return this;
  }

  public DocumentBuilder provenance(@Nullable Provenance ofCapture) {
    provenance = ofCapture;
    return this;
  }

  public DocumentBuilder story(@Nullable Story told) {
    story = told;
    return this;
  }

  public DocumentBuilder modified(@Nullable Instant at) {
    modified = at;
    return this;
  }

  public DocumentBuilder datedBy(@Nullable DatedBy by) {
    datedBy = by;
    return this;
  }

  public Document build() {
    return new Document(
        id,
        sourceId,
        kind,
        url,
        parentId,
        title,
        text,
        byline,
        author,
        published,
        captured,
        declaredLanguage,
        section,
        extractionMethod,
        charset,
        contentHash == null ? DocumentIds.contentHash(title, text) : contentHash,
        assessment,
        reference,
        provenance,
        story,
        modified,
        datedBy);
  }
}
