// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.index.query;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was found.
 *
 * @param total how many documents match in all, or how many stories
 * @param totalIsLowerBound counting stops at 10,000; then there are more
 * @param next for {@link SearchRequest#after}; null on the last page
 */
public record SearchPage(
    long total, boolean totalIsLowerBound, List<Hit> hits, @Nullable List<String> next) {

  /**
   * Begins a highlighted word: a character for private use, so that no text contains it by intent.
   */
  public static final String MARK_START = "\uE000";

  /** Ends a highlighted word. */
  public static final String MARK_END = "\uE001";

  /**
   * One document.
   *
   * @param titleHighlight the whole title with marks; null where nothing in it matched
   * @param textHighlights up to three passages with marks
   * @param copies where documents stand for their stories; null for one that has none
   */
  public record Hit(
      StoredDocument document,
      @Nullable String titleHighlight,
      List<String> textHighlights,
      @Nullable Copies copies) {}

  /**
   * How far a story went, in the documents found.
   *
   * @param documents that tell it, the one shown included
   * @param outlets that they are from
   */
  public record Copies(long documents, long outlets) {}
}
