// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.index;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.marsad.index.Bulk.Answer;
import org.marsad.index.Bulk.Operation;

/**
 * What stands in the place of an erased document, under its id: no text, no date, no assessment.
 * The alias of documents hides it from searches and counts.
 *
 * @param reason a stable, lower-case, hyphenated code
 * @param version the document's last one, by which its former texts are found
 * @param kind ARTICLE with {@code contentHash}, or null
 * @param contentHash of an article's texts, so that none comes back under another address of its
 *     outlet; null of what persons wrote, whose few words could be guessed from it
 */
public record Tombstone(
    String id,
    @Nullable String sourceId,
    boolean erased,
    String reason,
    Instant erasedAt,
    int version,
    @Nullable String kind,
    @Nullable Set<String> contentHash) {
  static final String ERASED = "erased";

  Operation write() {
    return Operation.index(IndexNames.DOCUMENTS, id, IndexEntry.encode(this));
  }

  /** Removes the former texts of a document that has had so many. */
  static List<Operation> withoutVersions(String id, int versions) {
    return IntStream.rangeClosed(1, versions)
        .mapToObj(
            version -> Operation.delete(IndexNames.VERSIONS, StoredForm.versionId(id, version)))
        .toList();
  }

  /**
   * @throws IndexUnavailableException if a part of an erasure was not carried out
   */
  static void require(Answer answer) {
    // What is not there need not be removed.
    if (!answer.stored() && answer.status() != Failures.NOT_FOUND) {
      throw new IndexUnavailableException(
          "an erasure was not carried out: Elasticsearch: " + answer.message(), null);
    }
  }
}
