// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.article;

import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** What the first element that a selector finds holds; null where it is blank or not there. */
final class Selected {
  private Selected() {}

  static @Nullable String attribute(Document page, String query, String name) {
    Element element = page.selectFirst(query);
    String value = element == null ? "" : element.attr(name).strip();
    return value.isEmpty() ? null : value;
  }

  static @Nullable String text(Document page, String query) {
    Element element = page.selectFirst(query);
    String text = element == null ? "" : element.text();
    return text.isBlank() ? null : text;
  }
}
