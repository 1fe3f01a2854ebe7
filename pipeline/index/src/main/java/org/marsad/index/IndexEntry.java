// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.index;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.marsad.alerts.incident.Decision;
import org.marsad.alerts.incident.IncidentStep;
import org.marsad.model.Deletion;
import org.marsad.model.Document;
import org.marsad.model.Json;
import org.marsad.model.Rejection;
import org.marsad.model.SourceHealth;

/**
 * What is to be written: exactly one of its parts is present.
 *
 * @param retried whether an earlier attempt may have reached the index without our hearing of it;
 *     finding the very same document there then means that the attempt had succeeded
 */
public record IndexEntry(
    @Nullable Document document,
    @Nullable Rejection rejection,
    @Nullable SourceHealth health,
    @Nullable IncidentStep step,
    @Nullable Decision decision,
    @Nullable Deletion deletion,
    boolean retried)
    implements Serializable {

  /** A guess at what a document weighs beside its text, in bytes. */
  private static final int OVERHEAD_BYTES = 1_024;

  /** A guess at what a step weighs with its history and samples, in bytes. */
  private static final int STEP_BYTES = 32 << 10;

  public static IndexEntry of(Document document) {
    return new IndexEntry(document, null, null, null, null, null, false);
  }

  public static IndexEntry of(Rejection rejection) {
    return new IndexEntry(null, rejection, null, null, null, null, false);
  }

  public static IndexEntry of(SourceHealth health) {
    return new IndexEntry(null, null, health, null, null, null, false);
  }

  public static IndexEntry of(IncidentStep step) {
    return new IndexEntry(null, null, null, step, null, null, false);
  }

  public static IndexEntry of(Decision decision) {
    return new IndexEntry(null, null, null, null, decision, null, false);
  }

  public static IndexEntry of(Deletion deletion) {
    return new IndexEntry(null, null, null, null, null, deletion, false);
  }

  /** The same, to be written again after {@link IndexUnavailableException} or RETRY. */
  public IndexEntry asRetried() {
    return retried
        ? this
        : new IndexEntry(document, rejection, health, step, decision, deletion, true);
  }

  /** JSON in UTF-8, for state; any text is encoded, a broken surrogate as a question mark. */
  public byte[] toBytes() {
    return encode(this);
  }

  public static IndexEntry fromBytes(byte[] bytes) {
    try {
      return Json.MAPPER.readValue(bytes, IndexEntry.class);
    } catch (IOException e) {
      throw new UncheckedIOException("state holds an entry that is none", e);
    }
  }

  /** What it takes in memory and on the wire, in bytes, roughly and without encoding it. */
  public long approximateBytes() {
    if (step != null) {
      return STEP_BYTES;
    }
    // Most letters here are Arabic: two bytes each.
    return document == null ? OVERHEAD_BYTES : OVERHEAD_BYTES + 2L * document.text().length();
  }

  /**
   * By way of a string: written straight to bytes, Jackson refuses unpaired surrogates, and no text
   * may stop the job.
   */
  static byte[] encode(Object value) {
    try {
      return Json.MAPPER.writeValueAsString(value).getBytes(StandardCharsets.UTF_8);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("records of the model are always encodable", e);
    }
  }
}
