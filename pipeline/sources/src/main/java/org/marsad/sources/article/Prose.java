// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.article;

import java.util.BitSet;
import org.marsad.sources.article.PageOutline.Part;

/** How much running text lies where: sums over a page's blocks, without those left out. */
final class Prose {
  private static final int LONGEST_TEASER = 600;
  private static final int LONGEST_LABEL = 60;
  private static final int HEADING_AT_MOST = 4;

  private final PageOutline outline;

  /** Over the blocks before each. */
  private final long[] sums;

  Prose(PageOutline outline, BitSet without) {
    this.outline = outline;
    this.sums = new long[outline.blocks.size() + 1];
    for (int i = 0; i < outline.blocks.size(); i++) {
      boolean counts = !without.get(i) && !isTeaser(i);
      sums[i + 1] = sums[i] + (counts ? outline.blocks.get(i).prose() : 0);
    }
  }

  /** In characters. */
  long of(Part part) {
    return between(part.firstBlock, part.endBlock);
  }

  long between(int firstBlock, int endBlock) {
    return sums[endBlock] - sums[firstBlock];
  }

  long all() {
    return of(outline.parts.get(0));
  }

  /** The excerpt under a linked heading, with the lines on author and date, is another page's. */
  private boolean isTeaser(int i) {
    if (outline.blocks.get(i).text().length() > LONGEST_TEASER) {
      return false;
    }
    for (int before = i - 1; before >= Math.max(0, i - HEADING_AT_MOST); before--) {
      PageBlock block = outline.blocks.get(before);
      if (block.isHeading()) {
        return block.isLink();
      }
      if (block.prose() > LONGEST_LABEL) {
        return false;
      }
    }
    return false;
  }
}
