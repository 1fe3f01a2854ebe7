// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Puts a {@link RawDocument} together, naming each part; what is not given is absent. */
public final class RawDocumentBuilder {
  private final String sourceId;
  private final DocumentKind kind;
  private final Instant captured;
  private final String reference;
  private @Nullable String nativeId;
  private @Nullable String url;
  private @Nullable String parentUrl;
  private @Nullable String parentNativeId;
  private @Nullable String title;
  private @Nullable String text;
  private byte @Nullable [] body;
  private @Nullable String contentType;
  private @Nullable String byline;
  private @Nullable String author;
  private @Nullable Instant published;
  private @Nullable String language;
  private @Nullable Provenance provenance;
  private boolean dayOnly;

  RawDocumentBuilder(String sourceId, DocumentKind kind, Instant captured, String reference) {
    this.sourceId = sourceId;
    this.kind = kind;
    this.captured = captured;
    this.reference = reference;
  }

  RawDocumentBuilder(RawDocument from) {
    this(from.sourceId(), from.kind(), from.captured(), from.reference());
    nativeId = from.nativeId();
    url = from.url();
    parentUrl = from.parentUrl();
    parentNativeId = from.parentNativeId();
    title = from.title();
    text = from.text();
    body = from.body();
    contentType = from.contentType();
    byline = from.byline();
    author = from.author();
    published = from.published();
    language = from.language();
    provenance = from.provenance();
    dayOnly = from.dayOnly();
  }

  public RawDocumentBuilder nativeId(@Nullable String id) {
    nativeId = id;
    return this;
  }

  public RawDocumentBuilder url(@Nullable String address) {
    url = address;
    return this;
  }

  public RawDocumentBuilder parentUrl(@Nullable String address) {
    parentUrl = address;
    return this;
  }

  /** Of what this answers, as its source knows it. */
  public RawDocumentBuilder parentNativeId(@Nullable String id) {
    parentNativeId = id;
    return this;
  }

  public RawDocumentBuilder title(@Nullable String stated) {
    title = stated;
    return this;
  }

  public RawDocumentBuilder text(@Nullable String plain) {
    text = plain;
    return this;
  }

  public RawDocumentBuilder body(byte @Nullable [] received) {
    body = received;
    return this;
  }

  public RawDocumentBuilder contentType(@Nullable String header) {
    contentType = header;
    return this;
  }

  public RawDocumentBuilder byline(@Nullable String stated) {
    byline = stated;
    return this;
  }

  /** A pseudonym, never a name. */
  public RawDocumentBuilder author(@Nullable String pseudonym) {
    author = pseudonym;
    return this;
  }

  public RawDocumentBuilder published(@Nullable Instant at) {
    published = at;
    return this;
  }

  public RawDocumentBuilder language(@Nullable String stated) {
    language = stated;
    return this;
  }

  public RawDocumentBuilder provenance(@Nullable Provenance ofCapture) {
    provenance = ofCapture;
    return this;
  }

  public RawDocumentBuilder dayOnly(boolean isDay) {
    dayOnly = isDay;
    return this;
  }

  public RawDocument build() {
    return new RawDocument(
        sourceId,
        kind,
        nativeId,
        url,
        parentUrl,
        parentNativeId,
        title,
        text,
        body,
        contentType,
        byline,
        author,
        published,
        language,
        captured,
        reference,
        provenance,
        dayOnly);
  }
}
