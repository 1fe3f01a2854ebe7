// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.article;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.marsad.sources.article.PageOutline.Part;

/**
 * Entries that point to other pages: elements alike beside each other, each a link with a short
 * text under it. Their names need not say so.
 */
final class Cards {
  private static final int FEWEST = 2;
  private static final int MOST_BLOCKS = 6;
  private static final int MOST_LABELS_BEFORE = 2;

  /** In characters. */
  private static final int SHORTEST_LINK = 12;

  private static final int LONGEST_TEXT = 350;

  /** The blocks in them. */
  final BitSet blocks = new BitSet();

  private int count;

  Cards(PageOutline outline) {
    for (Part part : outline.parts) {
      collect(outline, part);
    }
  }

  int count() {
    return count;
  }

  private void collect(PageOutline outline, Part parent) {
    Map<String, List<Part>> alike = new HashMap<>();
    for (int i = parent.index + 1; i < parent.endPart; ) {
      Part child = outline.parts.get(i);
      if (isCard(outline, child)) {
        alike
            .computeIfAbsent(
                child.element.normalName() + ' ' + child.names, shape -> new ArrayList<>())
            .add(child);
      }
      i = child.endPart;
    }
    for (List<Part> cards : alike.values()) {
      if (cards.size() >= FEWEST) {
        count += cards.size();
        cards.forEach(card -> blocks.set(card.firstBlock, card.endBlock));
      }
    }
  }

  private static boolean isCard(PageOutline outline, Part part) {
    int size = part.endBlock - part.firstBlock;
    if (size < 2 || size > MOST_BLOCKS) {
      return false;
    }
    int link = part.firstBlock;
    while (link < part.endBlock
        && link - part.firstBlock < MOST_LABELS_BEFORE
        && outline.blocks.get(link).text().length() < SHORTEST_LINK) {
      link++;
    }
    if (link == part.endBlock || !outline.blocks.get(link).isLink()) {
      return false;
    }
    int text = 0;
    for (PageBlock block : outline.blocks.subList(link + 1, part.endBlock)) {
      text += block.text().length();
    }
    return outline.blocks.get(link).text().length() >= SHORTEST_LINK && text <= LONGEST_TEXT;
  }
}
