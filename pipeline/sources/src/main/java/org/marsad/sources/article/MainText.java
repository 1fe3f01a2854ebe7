// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.article;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.marsad.sources.article.PageOutline.Part;
import org.marsad.sources.text.PublicationDates;

/**
 * The article of a page by the shape of its markup: the smallest element that holds most of the
 * page's running text, from its title on, without what is {@link Boilerplate}.
 */
final class MainText {
  /** How much of the text a child must hold for the search to go on inside of it. */
  private static final double DESCEND = 0.85;

  /** The same for an element that is named as the article's body, or that begins with the title. */
  private static final double NAMED = 0.6;

  /** How much of the text may stand above a title. */
  private static final double ABOVE = 0.25;

  private static final int LONGEST_HEAD = 100;
  private static final int SHORTEST_LEAD = 40;
  private static final int LEAD_AT_MOST = 15;
  private static final int MOST_LEADS = 3;

  /** Whether a line is a date does not depend on today. */
  private static final Instant ANY_TIME = Instant.parse("2100-01-01T00:00:00Z");

  private final PageOutline outline;
  private final Boilerplate boilerplate;
  private final @Nullable String title;

  /** The title's block; -1 where none shows it. */
  private final int titleAt;

  private final Part main;
  private final String text;

  private MainText(PageOutline outline, Cards cards, @Nullable String title) {
    this.outline = outline;
    this.boilerplate = new Boilerplate(outline, cards);
    this.title = title;
    this.titleAt = TitleLines.title(outline.blocks, title);
    this.main = smallestWithMost();
    this.text = write();
  }

  static MainText of(PageOutline outline, Cards cards, @Nullable String title) {
    return new MainText(outline, cards, title);
  }

  /** Empty where nothing looks like running text. */
  String text() {
    return text;
  }

  /** The outermost elements that hold nothing but readers' comments. */
  List<Element> comments() {
    return boilerplate.comments();
  }

  private Part smallestWithMost() {
    Part found = named();
    for (Part next = found; next != null; next = heavyChild(found)) {
      found = next;
    }
    return found;
  }

  /** The outermost element that is named the body and holds much of the text; else the page. */
  private Part named() {
    Part whole = outline.parts.get(0);
    double least = NAMED * boilerplate.prose().all();
    for (Part part : outline.parts) {
      if (part != whole && boilerplate.prose().of(part) > least && NotArticle.isBody(part)) {
        return part;
      }
    }
    return whole;
  }

  /** The child that holds nearly all of a part's text, or much of it and the title. */
  private @Nullable Part heavyChild(Part part) {
    long all = boilerplate.prose().of(part);
    for (int i = part.index + 1; i < part.endPart; ) {
      Part child = outline.parts.get(i);
      double share = all == 0 ? 0 : (double) boilerplate.prose().of(child) / all;
      if (share >= DESCEND || (share >= NAMED && (NotArticle.isBody(child) || holdsTitle(child)))) {
        return child;
      }
      i = child.endPart;
    }
    return null;
  }

  private boolean holdsTitle(Part part) {
    return part.firstBlock <= titleAt && titleAt < part.endBlock;
  }

  private String write() {
    List<PageBlock> kept = new ArrayList<>();
    for (int i = start(); i < main.endBlock; i++) {
      PageBlock block = outline.blocks.get(i);
      if (!boilerplate.holds(i) && belongs(block)) {
        kept.add(block);
      }
    }
    int last = kept.size();
    while (last > 0 && kept.get(last - 1).prose() == 0) {
      last--;
    }
    int first = 0;
    while (first < last && isHead(kept.get(first).text())) {
      first++;
    }
    List<PageBlock> written = new ArrayList<>(leads());
    written.addAll(kept.subList(first, last));
    return written.stream().map(PageBlock::text).collect(Collectors.joining("\n\n"));
  }

  /** What stands above the title is the page's head, unless it is too much. */
  private int start() {
    Prose prose = boilerplate.prose();
    boolean above =
        holdsTitle(main) && prose.between(main.firstBlock, titleAt) <= ABOVE * prose.of(main);
    return above ? titleAt + 1 : main.firstBlock;
  }

  /** The paragraphs between the title and the body, which many pages set apart from both. */
  private List<PageBlock> leads() {
    List<PageBlock> leads = new ArrayList<>();
    if (titleAt < 0 || titleAt >= main.firstBlock || main.firstBlock - titleAt > LEAD_AT_MOST) {
      return leads;
    }
    for (int i = titleAt + 1; i < main.firstBlock; i++) {
      PageBlock block = outline.blocks.get(i);
      if (!boilerplate.holds(i) && isLead(block)) {
        leads.add(block);
      }
    }
    return leads.size() > MOST_LEADS ? List.of() : leads;
  }

  private boolean isLead(PageBlock block) {
    return block.kind() == PageBlock.Kind.PARAGRAPH
        && block.linkChars() == 0
        && block.prose() >= SHORTEST_LEAD
        && belongs(block)
        && !isHead(block.text());
  }

  /** Title, date and author above the text. */
  private boolean isHead(String line) {
    return line.equals(title)
        || Announcements.isLabel(line)
        || (line.length() <= LONGEST_HEAD
            && !line.endsWith(".")
            && (Bylines.isByline(line) || PublicationDates.parse(line, ANY_TIME) != null));
  }

  private static boolean belongs(PageBlock block) {
    return block.kind() != PageBlock.Kind.HEADING_1
        && block.kind() != PageBlock.Kind.CAPTION
        && block.linkDensity() <= 0.7
        && !Announcements.leadsElsewhere(block.text())
        && !Announcements.isCredit(block.text());
  }
}
