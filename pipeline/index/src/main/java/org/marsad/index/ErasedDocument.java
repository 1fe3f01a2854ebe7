// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.index;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.marsad.model.DocumentKind;

/**
 * What has to be known of a document to erase it everywhere; without its text.
 *
 * @param erasedBefore whether a tombstone stands there already
 * @param version of the current text; 0 where the index holds none
 * @param contentHashes of all its texts
 * @param recordIds of its captures in web archives
 * @param references where its texts came from
 */
public record ErasedDocument(
    String id,
    @Nullable String sourceId,
    @Nullable String kind,
    @Nullable String url,
    @Nullable String author,
    boolean erasedBefore,
    int version,
    Set<String> contentHashes,
    Set<String> recordIds,
    Set<String> references) {

  static ErasedDocument of(
      String id, @Nullable ObjectNode current, Map<String, ObjectNode> former) {
    Set<String> hashes = new HashSet<>();
    Set<String> records = new HashSet<>();
    Set<String> references = new HashSet<>();
    int version = current == null ? 0 : current.path("version").asInt(1);
    for (int n = 0; n <= version; n++) {
      ObjectNode text = n == 0 ? current : former.get(StoredForm.versionId(id, n));
      if (text != null) {
        hashes.addAll(hashes(text));
        add(records, text.path("provenance").path("recordId").asText());
        add(references, text.path("reference").asText());
      }
    }
    return new ErasedDocument(
        id,
        text(current, "sourceId"),
        text(current, "kind"),
        text(current, "url"),
        text(current, "author"),
        current != null && current.path(Tombstone.ERASED).asBoolean(),
        version,
        hashes,
        records,
        references);
  }

  /** Whether the index knows the id, be it as a tombstone. */
  public boolean wasThere() {
    return version > 0;
  }

  Tombstone tombstone(String reason, Instant at) {
    boolean article = DocumentKind.ARTICLE.name().equals(kind) && !contentHashes.isEmpty();
    return new Tombstone(
        id,
        sourceId,
        true,
        reason,
        at,
        Math.max(1, version),
        article ? kind : null,
        article ? contentHashes : null);
  }

  /** Of a document one, of a tombstone many or none. */
  static Set<String> hashes(ObjectNode stored) {
    Set<String> hashes = new HashSet<>();
    JsonNode one = stored.path("contentHash");
    if (one.isArray()) {
      one.forEach(value -> add(hashes, value.asText()));
    } else {
      add(hashes, one.asText());
    }
    return hashes;
  }

  private static void add(Set<String> values, String value) {
    if (!value.isEmpty()) {
      values.add(value);
    }
  }

  private static @Nullable String text(@Nullable ObjectNode source, String field) {
    return source == null || !source.has(field) ? null : source.get(field).asText();
  }
}
