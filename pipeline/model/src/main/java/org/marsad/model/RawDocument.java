// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a source captured, before extraction. Either {@code body} (a page to extract from) or {@code
 * text} (already plain) is present.
 *
 * @param sourceId the outlet or import that it came from
 * @param nativeId the source's own identifier, where it has one
 * @param url where a person would read it
 * @param parentUrl for a comment: the article's URL
 * @param parentNativeId the source's own identifier of what this answers, which then counts more
 *     than {@code parentUrl}: posts are known by it
 * @param body the page as received, decompressed
 * @param contentType the Content-Type header as received
 * @param byline the published author of an article of an outlet
 * @param author the pseudonym of a private author (see {@link Pseudonyms}); never a name
 * @param published as the feed or the record states it
 * @param language as the source states it, for example "ar"
 * @param reference where to find the input again: a URL, or file and record number
 * @param provenance null where no page was captured
 * @param dayOnly whether {@code published} is a day, given as its noon
 */
public record RawDocument(
    String sourceId,
    DocumentKind kind,
    @Nullable String nativeId,
    @Nullable String url,
    @Nullable String parentUrl,
    @Nullable String parentNativeId,
    @Nullable String title,
    @Nullable String text,
    byte @Nullable [] body,
    @Nullable String contentType,
    @Nullable String byline,
    @Nullable String author,
    @Nullable Instant published,
    @Nullable String language,
    Instant captured,
    String reference,
    @Nullable Provenance provenance,
    boolean dayOnly) {

  /**
   * A capture of which the rest is still to be named.
   *
   * @param reference where to find the input again
   */
  public static RawDocumentBuilder builder(
      String sourceId, DocumentKind kind, Instant captured, String reference) {
    return new RawDocumentBuilder(sourceId, kind, captured, reference);
  }

  /** The same capture, to be changed in parts. */
  public RawDocumentBuilder toBuilder() {
    return new RawDocumentBuilder(this);
  }
}
