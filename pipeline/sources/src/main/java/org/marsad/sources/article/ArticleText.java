// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.article;

import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;

/**
 * An article's text and the method that found it.
 *
 * @param method a stable name; see {@link ExtractedArticle}
 */
record ArticleText(String text, String method) {

  static @Nullable ArticleText choose(Document page, String html, PageFacts facts) {
    String main = MainText.of(page);
    return main.isEmpty() ? null : new ArticleText(main, "dom");
  }
}
