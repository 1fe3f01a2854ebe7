// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.article;

import de.l3s.boilerpipe.BoilerpipeProcessingException;
import de.l3s.boilerpipe.extractors.CommonExtractors;
import java.util.stream.Collectors;
import net.dankito.readability4j.Readability4J;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Other people's extractors: second opinions for where the own one is unsure. */
final class OtherMethods {
  private OtherMethods() {}

  /**
   * @param page is changed by this; give a copy
   * @return empty where it finds nothing
   */
  static String readability(Document page, String url) {
    String base = url.isEmpty() ? "https://unknown.invalid/" : url;
    Element content = new Readability4J(base, page).parse().getArticleContent();
    return content == null ? "" : PlainText.of(content);
  }

  /**
   * @return empty where it finds nothing
   */
  static String boilerpipe(String html) {
    try {
      return CommonExtractors.ARTICLE_EXTRACTOR.getText(html).strip();
    } catch (BoilerpipeProcessingException e) {
      return "";
    }
  }

  /** All paragraphs of a page, wherever they stand; empty where it has none. */
  static String paragraphs(Document page) {
    return page.select("p").stream()
        .map(Element::text)
        .filter(text -> !text.isBlank())
        .collect(Collectors.joining("\n\n"));
  }
}
