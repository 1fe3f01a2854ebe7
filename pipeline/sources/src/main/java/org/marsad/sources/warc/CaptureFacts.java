// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.warc;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.marsad.model.DocumentKind;
import org.marsad.model.Json;
import org.marsad.model.Provenance;
import org.marsad.model.Provenance.Robots;
import org.marsad.model.RawDocument;

/**
 * What was known of a page beside itself, so that it can be read again in the same way: the body of
 * its {@code metadata} record, as JSON.
 *
 * @param contentType the header as received; null where there was none
 * @param title and the following: as the feed states them
 * @param dayOnly whether that date is a day; archives that do not say so hold exact ones
 */
record CaptureFacts(
    String sourceId,
    DocumentKind kind,
    Robots robots,
    @Nullable String nativeId,
    @Nullable String contentType,
    @Nullable String title,
    @Nullable String byline,
    @Nullable Instant published,
    @Nullable String language,
    boolean dayOnly) {

  static CaptureFacts of(RawDocument raw, Robots robots) {
    return new CaptureFacts(
        raw.sourceId(),
        raw.kind(),
        robots,
        raw.nativeId(),
        raw.contentType(),
        raw.title(),
        raw.byline(),
        raw.published(),
        raw.language(),
        raw.dayOnly());
  }

  byte[] toJson() {
    try {
      return Json.MAPPER.writeValueAsString(this).getBytes(StandardCharsets.UTF_8);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("records are always encodable", e);
    }
  }

  /** Null where the JSON is another's and tells something else. */
  static @Nullable CaptureFacts ofJson(byte[] json) {
    try {
      JsonNode told = Json.MAPPER.readTree(json);
      return told.hasNonNull("sourceId") && told.hasNonNull("kind") && told.hasNonNull("robots")
          ? Json.MAPPER.treeToValue(told, CaptureFacts.class)
          : null;
    } catch (IOException | IllegalArgumentException others) {
      return null;
    }
  }

  /** Of another's archive nothing is known but the page. */
  static CaptureFacts unknown(String sourceId, @Nullable String contentType) {
    return new CaptureFacts(
        sourceId,
        DocumentKind.ARTICLE,
        Robots.NOT_ASKED,
        null,
        contentType,
        null,
        null,
        null,
        null,
        false);
  }

  /**
   * @param file that holds the page
   */
  RawDocument with(ArchivedPage.Whole page, String file) {
    String reference = page.url() == null ? file + ":" + page.number() : page.url();
    return RawDocument.builder(sourceId, kind, page.captured(), reference)
        .nativeId(nativeId)
        .url(page.url())
        .title(title)
        .body(page.body())
        .contentType(contentType)
        .byline(byline)
        .published(published)
        .language(language)
        .dayOnly(dayOnly)
        .provenance(Provenance.of(page.body(), robots).keptIn(file, page.recordId()))
        .build();
  }
}
