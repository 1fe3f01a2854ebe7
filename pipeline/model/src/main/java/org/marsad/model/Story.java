// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.model;

import org.jspecify.annotations.Nullable;

/**
 * The story that an article tells, which others may tell in the same words.
 *
 * @param id of the story: the id of its earliest document that was seen
 * @param similarity to that document's text, 0 to 1; 1 for itself
 * @param agency the news agency that the text names as its origin; null where it names none
 */
public record Story(String id, Role role, double similarity, @Nullable String agency) {

  /** The document's part in the story. */
  public enum Role {
    /** The first that was seen with these words. */
    ORIGINAL,
    /** A news agency's text, whoever prints it. */
    WIRE,
    /** The words of an earlier one. */
    COPY,
    /** Another language or other words, but the same event. */
    SAME_EVENT
  }
}
