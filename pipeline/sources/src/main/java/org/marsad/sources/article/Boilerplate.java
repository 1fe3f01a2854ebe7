// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.article;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jsoup.nodes.Element;
import org.marsad.sources.article.PageOutline.Part;

/**
 * The blocks of a page that are not its article: by what their elements are called, by how they
 * stand, and by how they announce themselves.
 */
final class Boilerplate {
  /** A part with more of the page's running text than this is no boilerplate, whatever its name. */
  private static final double MOST = 0.5;

  private static final double NEARLY_ALL = 0.8;

  /** In characters: where less stands before it, "Comments" is the article's own heading. */
  private static final int LEAST_BEFORE_COMMENTS = 80;

  private final PageOutline outline;
  private final Cards cards;
  private final BitSet dropped = new BitSet();
  private final BitSet comments = new BitSet();

  /** Headings of the first rank before each block. */
  private final int[] titles;

  private Prose prose;

  Boilerplate(PageOutline outline, Cards cards) {
    this.outline = outline;
    this.cards = cards;
    this.titles = new int[outline.blocks.size() + 1];
    countTitles();
    this.prose = new Prose(outline, dropped);
    dropCards();
    dropByName();
    dropBoxes();
    dropAnnouncedComments();
    this.prose = new Prose(outline, dropped);
  }

  boolean holds(int block) {
    return dropped.get(block);
  }

  /** What is left. */
  Prose prose() {
    return prose;
  }

  /** The outermost elements that hold nothing but readers' comments. */
  List<Element> comments() {
    List<Element> found = new ArrayList<>();
    for (int i = 1; i < outline.parts.size(); ) {
      Part part = outline.parts.get(i);
      boolean all =
          part.firstBlock < part.endBlock
              && comments.nextClearBit(part.firstBlock) >= part.endBlock;
      if (all) {
        found.add(part.element);
      }
      i = all ? part.endPart : i + 1;
    }
    return found;
  }

  private void countTitles() {
    for (int i = 0; i < outline.blocks.size(); i++) {
      boolean title = outline.blocks.get(i).kind() == PageBlock.Kind.HEADING_1;
      titles[i + 1] = titles[i] + (title ? 1 : 0);
    }
  }

  /** A title alone is the page's head. */
  private boolean holdsTitle(Part part) {
    return titles[part.endBlock] > titles[part.firstBlock] && part.endBlock - part.firstBlock > 3;
  }

  /** Where they hold most of the text, the page is a list, or an article in their shape. */
  private void dropCards() {
    long rest = new Prose(outline, cards.blocks).all();
    if (rest >= MOST * prose.all()) {
      dropped.or(cards.blocks);
      prose = new Prose(outline, dropped);
    }
  }

  private void dropByName() {
    long all = prose.all();
    for (int i = 1; i < outline.parts.size(); ) {
      Part part = outline.parts.get(i);
      if (part.firstBlock < part.endBlock && (isByName(part, all) || isNested(part))) {
        dropped.set(part.firstBlock, part.endBlock);
        if (NotArticle.isComments(part)) {
          comments.set(part.firstBlock, part.endBlock);
        }
        i = part.endPart;
      } else {
        i++;
      }
    }
  }

  private boolean isByName(Part part, long all) {
    if (NotArticle.isComments(part)) {
      return !holdsTitle(part);
    }
    if (NotArticle.isBody(part) || holdsTitle(part)) {
      return false;
    }
    return NotArticle.isSurely(part)
        ? prose.of(part) <= NEARLY_ALL * all
        : (NotArticle.isProbably(part) && prose.of(part) <= MOST * all);
  }

  /** An article within an article is, by the HTML standard, a comment or a related entry. */
  private boolean isNested(Part part) {
    return part.element.nameIs("article")
        && part.article != null
        && prose.of(part) <= MOST * prose.of(part.article);
  }

  /** An element whose first line says that it leads elsewhere, or asks for something. */
  private void dropBoxes() {
    Prose left = new Prose(outline, dropped);
    BitSet opening = new BitSet();
    for (int i = 0; i < outline.blocks.size(); i++) {
      opening.set(i, Announcements.opensBox(outline.blocks.get(i).text()));
    }
    for (int i = 1; i < outline.parts.size(); ) {
      Part part = outline.parts.get(i);
      boolean box =
          part.endBlock - part.firstBlock > 1
              && opening.get(part.firstBlock)
              && !holdsTitle(part)
              && left.of(part) <= MOST * left.all();
      if (box) {
        dropped.set(part.firstBlock, part.endBlock);
      }
      i = box ? part.endPart : i + 1;
    }
  }

  /** What stands under "Comments" in the same element as this heading is comments. */
  private void dropAnnouncedComments() {
    for (Part part : outline.parts) {
      int at = part.firstBlock;
      if (part.endBlock == at + 1
          && !dropped.get(at)
          && prose.between(0, at) >= LEAST_BEFORE_COMMENTS
          && Announcements.opensComments(outline.blocks.get(at).text())) {
        Part around = part;
        while (around.parent != null && around.endBlock == at + 1 && around.firstBlock == at) {
          around = around.parent;
        }
        dropped.set(at, around.endBlock);
        comments.set(at, around.endBlock);
      }
    }
  }
}
