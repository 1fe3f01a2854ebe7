// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.article;

import java.util.IdentityHashMap;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** The densest part of a page. */
final class MainText {
  private MainText() {}

  static String of(Document page) {
    Document copy = page.clone();
    copy.select("script, style, noscript, nav, aside, footer, form, iframe, template").remove();
    Map<Element, Integer> scores = new IdentityHashMap<>();
    for (Element paragraph : copy.select("p")) {
      Element parent = paragraph.parent();
      if (parent != null) {
        scores.merge(parent, paragraph.text().length(), Integer::sum);
      }
    }
    return scores.entrySet().stream()
        .max(Map.Entry.comparingByValue())
        .map(best -> PlainText.of(best.getKey()))
        .orElse("");
  }
}
