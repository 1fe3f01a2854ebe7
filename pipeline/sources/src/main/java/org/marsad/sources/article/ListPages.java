// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.article;

import java.util.BitSet;

/** Tells pages that point to other pages more than they tell something themselves. */
final class ListPages {
  private static final int HEADLINE = 25;
  private static final int MANY_HEADLINES = 12;
  private static final int MANY_TEASERS = 5;

  /** In characters: two sentences. */
  private static final int LITTLE = 140;

  private ListPages() {}

  /**
   * @param text what was taken for the page's article
   */
  static boolean is(PageOutline outline, Cards cards, String text) {
    int headlines = 0;
    int length = 0;
    for (PageBlock block : outline.blocks) {
      if (block.isLink() && block.text().length() >= HEADLINE) {
        headlines++;
        length += block.text().length();
      }
    }
    return (headlines >= MANY_HEADLINES && length > 3 * text.length())
        || isOfTeasers(outline)
        || isOfCards(outline, cards);
  }

  /** True where nearly all running text is excerpts under linked headings. */
  private static boolean isOfTeasers(PageOutline outline) {
    long linked =
        outline.blocks.stream().filter(block -> block.isHeading() && block.isLink()).count();
    return linked >= MANY_TEASERS && new Prose(outline, new BitSet()).all() < LITTLE;
  }

  private static boolean isOfCards(PageOutline outline, Cards cards) {
    return cards.count() >= MANY_TEASERS && new Prose(outline, cards.blocks).all() < LITTLE;
  }
}
