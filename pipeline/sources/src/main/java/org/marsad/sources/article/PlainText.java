// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.article;

import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document.OutputSettings;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;
import org.marsad.sources.text.CleanText;

/**
 * Elements to text as a reader sees it: a line for each block, an empty line between paragraphs.
 */
public final class PlainText {
  private static final Pattern MARKUP =
      Pattern.compile(
          "</?[a-zA-Z][^<>]{0,1000}>|&(?:#\\d{1,7}|#x[0-9a-fA-F]{1,6}|[a-zA-Z]{2,10});");

  private static final Pattern SPACE = Pattern.compile("[\\s\\u00A0]+");

  private PlainText() {}

  public static String of(Element root) {
    StringBuilder text = new StringBuilder();
    // Not recursive: a page may nest as deep as it likes.
    NodeTraversor.traverse(new Writer(text), root);
    return CleanText.of(text.toString());
  }

  /** Of text that may hold markup, as feeds and exports give it; what holds none stays as it is. */
  public static String ofFragment(String text) {
    if (!MARKUP.matcher(text).find()) {
      return CleanText.of(text);
    }
    var document = Jsoup.parseBodyFragment(text);
    document.outputSettings(new OutputSettings().prettyPrint(false));
    document.select("script, style, template").remove();
    return of(document.body());
  }

  private record Writer(StringBuilder text) implements NodeVisitor {
    @Override
    public void head(Node node, int depth) {
      if (node instanceof TextNode words) {
        String content = words.getWholeText();
        boolean literal = words.parent() != null && words.parent().nameIs("pre");
        text.append(literal ? content : SPACE.matcher(content).replaceAll(" "));
      } else if (node instanceof Element element) {
        switch (element.normalName()) {
          case "br" -> text.append('\n');
          case "td", "th" -> text.append(' ');
          default -> {
            if (element.isBlock()) {
              text.append("\n\n");
            }
          }
        }
      }
    }

    @Override
    public void tail(Node node, int depth) {
      if (node instanceof Element element
          && element.isBlock()
          && !element.normalName().equals("br")) {
        text.append("\n\n");
      }
    }
  }
}
