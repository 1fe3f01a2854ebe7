// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.article;

import de.l3s.boilerpipe.BoilerpipeProcessingException;
import de.l3s.boilerpipe.extractors.CommonExtractors;
import java.util.stream.Collectors;
import net.dankito.readability4j.Readability4J;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/** Other people's extractors: second opinions for where the own one is unsure. */
final class OtherMethods {
  /** Twice as deep as outlets nest elements; deeper ones become neighbours. */
  private static final int DEEPEST = 100;

  /** In characters. */
  private static final int LONGEST_TITLE = 1_000;

  private OtherMethods() {}

  /**
   * @return empty where it finds nothing
   */
  static String readability(String html, String url) {
    String base = url.isEmpty() ? "https://unknown.invalid/" : url;
    Element content = new Readability4J(base, page(html, url)).parse().getArticleContent();
    return content == null ? "" : PlainText.of(content);
  }

  /**
   * @return empty where it finds nothing
   */
  static String boilerpipe(String html, String url) {
    Document page = page(html, url);
    // At each link it goes over all those without text before it.
    page.select("a").stream().filter(link -> !link.hasText()).toList().forEach(Element::remove);
    try {
      // Its own parser has no limits: what ours has read is bounded, attributes included.
      return CommonExtractors.ARTICLE_EXTRACTOR.getText(page.outerHtml()).strip();
    } catch (BoilerpipeProcessingException e) {
      return "";
    }
  }

  /** All paragraphs of a page, wherever they stand; empty where it has none. */
  static String paragraphs(String html, String url) {
    return page(html, url).select("p").stream()
        .map(Element::text)
        .filter(text -> !text.isBlank())
        .collect(Collectors.joining("\n\n"));
  }

  /** Anew for each, since they change what they are given. */
  private static Document page(String html, String url) {
    Document page = Jsoup.parse(html, url, Parser.htmlParser().setMaxDepth(DEEPEST));
    page.outputSettings().prettyPrint(false);
    // They take titles apart in quadratic time, and spaces in them are the worst.
    for (Element title : page.select("title")) {
      String text = title.text();
      title.text(text.substring(0, Math.min(text.length(), LONGEST_TITLE)));
    }
    return page;
  }
}
