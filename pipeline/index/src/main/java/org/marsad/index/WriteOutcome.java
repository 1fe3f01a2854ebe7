// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.index;

import org.jspecify.annotations.Nullable;

/**
 * What became of one entry.
 *
 * @param reason for REJECTED: a stable, lower-case, hyphenated code
 * @param message for REJECTED and RETRY: in words
 */
public record WriteOutcome(Kind kind, @Nullable String reason, @Nullable String message) {
  static final WriteOutcome INDEXED = new WriteOutcome(Kind.INDEXED, null, null);
  static final WriteOutcome UPDATED = new WriteOutcome(Kind.UPDATED, null, null);
  static final WriteOutcome ERASED = new WriteOutcome(Kind.ERASED, null, null);
  static final WriteOutcome DUPLICATE = new WriteOutcome(Kind.DUPLICATE, null, null);

  /** The six ways in which a write can end. */
  public enum Kind {
    /** New, and stored durably. */
    INDEXED,
    /** A new text of a known document: stored, the former text kept in the history. */
    UPDATED,
    /** The index holds this text of this document already: nothing changed. */
    DUPLICATE,
    /** What the deletion names is gone, or never was there. */
    ERASED,
    /** The index will never take it; a {@link org.marsad.model.Rejection} says so in its place. */
    REJECTED,
    /** Not written, for a reason that passes: write it again. */
    RETRY
  }

  static WriteOutcome rejected(String reason, String message) {
    return new WriteOutcome(Kind.REJECTED, reason, message);
  }

  static WriteOutcome retry(String message) {
    return new WriteOutcome(Kind.RETRY, null, message);
  }
}
