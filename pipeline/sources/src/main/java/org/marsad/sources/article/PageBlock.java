// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.article;

/**
 * A run of text between two block boundaries of a page.
 *
 * @param text on one line, or several where the page breaks it
 * @param linkChars how many of its characters are in links
 */
record PageBlock(String text, int linkChars, Kind kind) {
  /** Shorter runs are labels, names and dates as often as sentences. */
  private static final int SHORTEST_PROSE = 25;

  enum Kind {
    PARAGRAPH,
    HEADING_1,
    HEADING,
    ITEM,
    CELL,
    CAPTION,
    QUOTE
  }

  double linkDensity() {
    return text.isEmpty() ? 0 : Math.min(1, (double) linkChars / text.length());
  }

  /** True where nearly all of it leads to another page. */
  boolean isLink() {
    return linkDensity() > 0.8;
  }

  boolean isHeading() {
    return kind == Kind.HEADING || kind == Kind.HEADING_1;
  }

  /** Characters that speak for an article: those of running text outside of links. */
  int prose() {
    if (isHeading() || kind == Kind.CAPTION || linkDensity() > 0.5) {
      return 0;
    }
    int own = text.length() - linkChars;
    return own < SHORTEST_PROSE ? 0 : own;
  }
}
