// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.article;

import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.Collectors;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.marsad.sources.article.PageOutline.Part;
import org.marsad.sources.text.PublicationDates;

/**
 * The article of a page by the shape of its markup: the smallest element that holds most of the
 * page's running text, without the parts whose names or links say that they are something else.
 */
final class MainText {
  /** A part with more of the page's running text than this is no boilerplate, whatever its name. */
  private static final double MOST = 0.5;

  /** The same for a child that is named as the article's body. */
  private static final double NAMED = 0.6;

  private static final double NEARLY_ALL = 0.8;

  /** How much of the text a child must hold for the search to go on inside of it. */
  private static final double DESCEND = 0.85;

  private static final int LONGEST_TEASER = 600;
  private static final int LONGEST_LABEL = 60;

  private static final int LONGEST_HEAD = 100;

  /** Whether a line is a date does not depend on today. */
  private static final Instant ANY_TIME = Instant.parse("2100-01-01T00:00:00Z");

  private static final int HEADLINE = 25;
  private static final int MANY_HEADLINES = 12;
  private static final int MANY_TEASERS = 5;

  /** In characters: two sentences. */
  private static final int LITTLE = 140;

  /** In characters: where less stands before it, "Comments" is the article's own heading. */
  private static final int LEAST_BEFORE_COMMENTS = 80;

  private final PageOutline outline;
  private final BitSet dropped = new BitSet();
  private final BitSet comments = new BitSet();

  /** Sums over the blocks before each. */
  private final long[] prose;

  private final int[] titles;
  private final String text;

  private MainText(PageOutline outline, @Nullable String title) {
    this.outline = outline;
    this.prose = new long[outline.blocks.size() + 1];
    this.titles = new int[outline.blocks.size() + 1];
    countTitles();
    sum();
    dropBoilerplate();
    dropAnnouncedComments();
    sum();
    this.text = write(smallestWithMost(), title);
  }

  static MainText of(PageOutline outline, @Nullable String title) {
    return new MainText(outline, title);
  }

  /** Empty where nothing looks like running text. */
  String text() {
    return text;
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

  /** True where the page points to other pages more than it tells something itself. */
  boolean isOnList() {
    int headlines = 0;
    int length = 0;
    for (PageBlock block : outline.blocks) {
      if (block.linkDensity() > 0.8 && block.text().length() >= HEADLINE) {
        headlines++;
        length += block.text().length();
      }
    }
    return (headlines >= MANY_HEADLINES && length > 3 * text.length()) || isOfTeasers();
  }

  /** True where nearly all running text is excerpts under linked headings. */
  private boolean isOfTeasers() {
    long linked =
        outline.blocks.stream()
            .filter(block -> block.isHeading() && block.linkDensity() > 0.8)
            .count();
    return linked >= MANY_TEASERS && prose(outline.parts.get(0)) < LITTLE;
  }

  private void sum() {
    for (int i = 0; i < outline.blocks.size(); i++) {
      prose[i + 1] = prose[i] + (dropped.get(i) || isTeaser(i) ? 0 : outline.blocks.get(i).prose());
    }
  }

  /** The excerpt under a linked heading, with the lines on author and date, is another page's. */
  private boolean isTeaser(int i) {
    if (outline.blocks.get(i).text().length() > LONGEST_TEASER) {
      return false;
    }
    for (int before = i - 1; before >= Math.max(0, i - 4); before--) {
      PageBlock block = outline.blocks.get(before);
      if (block.isHeading()) {
        return block.linkDensity() > 0.8;
      }
      if (block.prose() > LONGEST_LABEL) {
        return false;
      }
    }
    return false;
  }

  private long prose(Part part) {
    return prose[part.endBlock] - prose[part.firstBlock];
  }

  private void dropBoilerplate() {
    long all = prose(outline.parts.get(0));
    for (int i = 1; i < outline.parts.size(); ) {
      Part part = outline.parts.get(i);
      if (part.firstBlock < part.endBlock && (isBoilerplate(part, all) || isNested(part))) {
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

  private boolean isBoilerplate(Part part, long all) {
    if (NotArticle.isComments(part)) {
      return !holdsTitle(part);
    }
    if (NotArticle.isBody(part) || holdsTitle(part)) {
      return false;
    }
    return NotArticle.isSurely(part)
        ? prose(part) <= NEARLY_ALL * all
        : (NotArticle.isProbably(part) && prose(part) <= MOST * all);
  }

  /** An article within an article is, by the HTML standard, a comment or a related entry. */
  private boolean isNested(Part part) {
    if (!part.element.nameIs("article")) {
      return false;
    }
    return part.article != null && prose(part) <= MOST * prose(part.article);
  }

  /** What stands under "Comments" in the same element as this heading is comments. */
  private void dropAnnouncedComments() {
    for (Part part : outline.parts) {
      int at = part.firstBlock;
      if (part.endBlock == at + 1
          && !dropped.get(at)
          && prose[at] >= LEAST_BEFORE_COMMENTS
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

  private Part smallestWithMost() {
    Part found = outline.parts.get(0);
    for (Part next = found; next != null; next = heavyChild(found)) {
      found = next;
    }
    return found;
  }

  /** The child that holds nearly all of a part's text, or much of it and is named the body. */
  private @Nullable Part heavyChild(Part part) {
    for (int i = part.index + 1; i < part.endPart; ) {
      Part child = outline.parts.get(i);
      double share = prose(part) == 0 ? 0 : (double) prose(child) / prose(part);
      if (share >= DESCEND || (share >= NAMED && NotArticle.isBody(child))) {
        return child;
      }
      i = child.endPart;
    }
    return null;
  }

  private String write(Part part, @Nullable String title) {
    List<PageBlock> kept = new ArrayList<>();
    for (int i = part.firstBlock; i < part.endBlock; i++) {
      PageBlock block = outline.blocks.get(i);
      if (!dropped.get(i) && belongs(block)) {
        kept.add(block);
      }
    }
    int last = kept.size();
    while (last > 0 && kept.get(last - 1).prose() == 0) {
      last--;
    }
    int first = 0;
    while (first < last && isHead(kept.get(first).text(), title)) {
      first++;
    }
    return kept.subList(first, last).stream()
        .map(PageBlock::text)
        .collect(Collectors.joining("\n\n"));
  }

  /** Title, date and author above the text. */
  private static boolean isHead(String line, @Nullable String title) {
    return line.equals(title)
        || (line.length() <= LONGEST_HEAD
            && !line.endsWith(".")
            && (Bylines.isByline(line) || PublicationDates.parse(line, ANY_TIME) != null));
  }

  private static boolean belongs(PageBlock block) {
    if (block.kind() == PageBlock.Kind.HEADING_1 || block.kind() == PageBlock.Kind.CAPTION) {
      return false;
    }
    if (block.linkDensity() > 0.7) {
      return false;
    }
    return !Announcements.leadsElsewhere(block.text());
  }
}
