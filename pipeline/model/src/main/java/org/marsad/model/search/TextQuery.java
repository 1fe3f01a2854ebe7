// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.model.search;

import java.util.List;

/** What a text has to hold to be found. */
public sealed interface TextQuery {

  /**
   * A word, in any of its forms.
   *
   * @param isQuoted whether it is meant exactly as it is typed, without others that mean the same
   */
  record Word(String text, boolean isQuoted) implements TextQuery {}

  /**
   * Words that stand together.
   *
   * @param words two or more
   * @param apart 0 for one after the other; else how many other words may stand among them, which
   *     may then be in any order
   */
  record Phrase(List<String> words, int apart) implements TextQuery {}

  /** Words that begin so. */
  record Beginning(String text) implements TextQuery {}

  /**
   * All of these.
   *
   * @param parts two or more
   */
  record All(List<TextQuery> parts) implements TextQuery {}

  /**
   * One of these at least.
   *
   * @param parts two or more
   */
  record Any(List<TextQuery> parts) implements TextQuery {}

  /** What must not be there. */
  record Without(TextQuery part) implements TextQuery {}

  /** Only in one part of a document. */
  record In(Part part, TextQuery query) implements TextQuery {}

  /** The parts of a document that can be searched alone, as they are typed: {@code title:word}. */
  enum Part {
    TITLE,
    TEXT
  }
}
