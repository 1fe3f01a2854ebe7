// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.model.search;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How a typed text was understood.
 *
 * @param query null where it holds no word, which asks for everything
 * @param repairs what was not written as the syntax has it, and was read all the same
 */
public record ReadQuery(@Nullable TextQuery query, Set<Repair> repairs) {

  /** How something faulty was understood. */
  public enum Repair {
    /** A quotation without an end: it ends with the text. */
    UNCLOSED_QUOTE,
    /**
     * A parenthesis without its other half: what is open ends with the text, the rest is nothing.
     */
    UNBALANCED_PARENTHESIS,
    /** A minus, bar, star or part such as title: beside nothing that it could belong to. */
    STRAY_OPERATOR
  }
}
