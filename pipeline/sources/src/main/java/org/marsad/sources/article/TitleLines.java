// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.article;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The short lines around a page's title, where readers look for date and author. */
final class TitleLines {
  private static final int AFTER = 8;
  private static final int BEFORE = 3;
  private static final int LONGEST = 100;

  /** A longer one is the article's first. */
  private static final int PARAGRAPH = 200;

  private TitleLines() {}

  /** The nearest first, those behind the title before those above it. */
  static List<String> of(PageOutline outline, @Nullable String title) {
    List<String> lines = new ArrayList<>();
    int at = title(outline.blocks, title);
    if (at < 0) {
      return lines;
    }
    add(outline.blocks.get(at), lines);
    int end = Math.min(outline.blocks.size(), at + 1 + AFTER);
    for (int i = at + 1; i < end && outline.blocks.get(i).text().length() < PARAGRAPH; i++) {
      add(outline.blocks.get(i), lines);
    }
    for (int i = at - 1; i >= Math.max(0, at - BEFORE); i--) {
      add(outline.blocks.get(i), lines);
    }
    return lines;
  }

  /**
   * The index of the block that shows the title: a heading before any other, else the first heading
   * of the first rank; -1 where there is none.
   */
  static int title(List<PageBlock> blocks, @Nullable String title) {
    int found = -1;
    for (int i = 0; i < blocks.size(); i++) {
      PageBlock block = blocks.get(i);
      if (title != null && shows(block.text(), title)) {
        if (block.isHeading()) {
          return i;
        }
        found = found < 0 ? i : found;
      }
    }
    for (int i = 0; found < 0 && i < blocks.size(); i++) {
      if (blocks.get(i).kind() == PageBlock.Kind.HEADING_1) {
        found = i;
      }
    }
    return found;
  }

  /** Alone, or with a few lines such as the date under it. */
  private static boolean shows(String text, String title) {
    return text.equals(title)
        || (text.startsWith(title)
            && text.startsWith("\n", title.length())
            && text.length() <= title.length() + LONGEST);
  }

  private static void add(PageBlock block, List<String> lines) {
    block
        .text()
        .lines()
        .map(String::strip)
        .filter(line -> line.length() <= LONGEST && !line.endsWith("."))
        .forEach(lines::add);
  }
}
