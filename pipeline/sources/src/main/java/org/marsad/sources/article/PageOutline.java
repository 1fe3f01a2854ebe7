// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.article;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.NodeTraversor;
import org.jspecify.annotations.Nullable;

/**
 * A page as the list of its text blocks, with each element as a range of that list. All questions
 * of how much text lies where are then differences of prefix sums, and one pass over the page
 * answers them.
 */
final class PageOutline {
  final List<Part> parts = new ArrayList<>();
  final List<PageBlock> blocks = new ArrayList<>();

  /**
   * An element at its index in the parts: it holds the blocks from first to end, and the parts up
   * to endPart.
   */
  static final class Part {
    final Element element;
    final @Nullable Part parent;
    final int index;
    final int firstBlock;
    int endBlock;
    int endPart;

    /** Class and id, in lower case. */
    final String names;

    /** The nearest {@code article} around it. */
    final @Nullable Part article;

    /** What a block in it is: a paragraph in a list item is an item. */
    final PageBlock.Kind kind;

    Part(Element element, @Nullable Part parent, int index, int firstBlock) {
      this.element = element;
      this.parent = parent;
      this.index = index;
      this.firstBlock = firstBlock;
      this.names = NotArticle.names(element);
      this.article =
          parent == null ? null : parent.element.nameIs("article") ? parent : parent.article;
      this.kind = kind(element, parent);
    }
  }

  private static PageBlock.Kind kind(Element element, @Nullable Part parent) {
    return switch (element.normalName()) {
      case "h1" -> PageBlock.Kind.HEADING_1;
      case "h2", "h3", "h4", "h5", "h6" -> PageBlock.Kind.HEADING;
      case "li", "dd", "dt" -> PageBlock.Kind.ITEM;
      case "td", "th" -> PageBlock.Kind.CELL;
      case "figcaption", "caption" -> PageBlock.Kind.CAPTION;
      case "blockquote", "pre" -> PageBlock.Kind.QUOTE;
      case "div", "section", "article", "body" -> PageBlock.Kind.PARAGRAPH;
      // Inline, or a paragraph: what it stands in decides.
      default -> parent == null ? PageBlock.Kind.PARAGRAPH : parent.kind;
    };
  }

  static PageOutline of(Element root) {
    PageOutline outline = new PageOutline();
    NodeTraversor.filter(outline.new Builder(), root);
    return outline;
  }

  private final class Builder implements NodeFilter {
    private static final Pattern SPACE = Pattern.compile("[\\s\\u00A0]+");

    /** Pages show their templates' faults: tags that were escaped. */
    private static final Pattern MARKUP = Pattern.compile("<\\w+ [^>]{0,400}=");

    private final Deque<Part> open = new ArrayDeque<>();
    private final StringBuilder text = new StringBuilder();
    private int linkChars;
    private int openLinks;

    @Override
    public FilterResult head(Node node, int depth) {
      if (node instanceof TextNode words) {
        append(words);
      } else if (node instanceof Element element) {
        if (NotArticle.byName(element)) {
          return FilterResult.SKIP_ENTIRELY;
        }
        if (element.isBlock()) {
          flush();
        } else if (element.nameIs("time")) {
          // Authors and dates stand beside each other without a space.
          text.append(' ');
        }
        if (element.nameIs("a")) {
          openLinks++;
        } else if (element.nameIs("br")) {
          lineBreak();
        }
        Part part = new Part(element, open.peek(), parts.size(), blocks.size());
        parts.add(part);
        open.push(part);
      }
      return FilterResult.CONTINUE;
    }

    @Override
    public FilterResult tail(Node node, int depth) {
      if (node instanceof Element element) {
        if (element.isBlock()) {
          flush();
        }
        if (element.nameIs("a")) {
          openLinks--;
        }
        Part part = open.pop();
        part.endBlock = blocks.size();
        part.endPart = parts.size();
      }
      return FilterResult.CONTINUE;
    }

    private void append(TextNode words) {
      String content = SPACE.matcher(words.getWholeText()).replaceAll(" ");
      if (content.startsWith(" ") && (text.isEmpty() || Character.isWhitespace(last()))) {
        content = content.substring(1);
      }
      text.append(content);
      linkChars += openLinks > 0 ? content.length() : 0;
    }

    /** Two in a row part paragraphs, as old pages write them. */
    private void lineBreak() {
      if (!text.isEmpty() && last() == '\n') {
        flush();
      } else if (!text.isEmpty()) {
        text.append('\n');
      }
    }

    private char last() {
      return text.charAt(text.length() - 1);
    }

    private void flush() {
      String found = text.toString().strip();
      if (!found.isEmpty() && !MARKUP.matcher(found).lookingAt()) {
        blocks.add(new PageBlock(found, linkChars, kind()));
      }
      text.setLength(0);
      linkChars = 0;
    }

    private PageBlock.Kind kind() {
      return open.isEmpty() ? PageBlock.Kind.PARAGRAPH : open.element().kind;
    }
  }
}
