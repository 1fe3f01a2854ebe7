// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The wish, or the duty, to forget: a document, or all documents of an author. Exactly one of the
 * two is named. What is deleted leaves a tombstone with its id, so that no replay brings it back.
 *
 * @param sourceId where it came from
 * @param documentId see {@link DocumentIds}
 * @param author the pseudonym of a private author
 * @param reason a stable, lower-case, hyphenated code such as "deleted-at-source"
 */
public record Deletion(
    String sourceId,
    @Nullable String documentId,
    @Nullable String author,
    String reason,
    Instant at) {

  public static Deletion ofDocument(String sourceId, String documentId, String reason, Instant at) {
    return new Deletion(sourceId, documentId, null, reason, at);
  }

  public static Deletion ofAuthor(String sourceId, String author, String reason, Instant at) {
    return new Deletion(sourceId, null, author, reason, at);
  }
}
