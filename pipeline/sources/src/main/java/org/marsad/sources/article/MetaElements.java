// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.article;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** A page's {@code meta} elements by name or property, of which the first with a content counts. */
final class MetaElements {
  private static final List<String> KEYS = List.of("property", "name", "itemprop", "http-equiv");

  private final Map<String, String> contents = new HashMap<>();

  MetaElements(Document page) {
    List<Element> metas = page.select("meta[content]");
    for (String key : KEYS) {
      for (Element meta : metas) {
        String name = meta.attr(key).strip().toLowerCase(Locale.ROOT);
        String content = meta.attr("content").strip();
        if (!name.isEmpty() && !content.isEmpty()) {
          contents.putIfAbsent(name, content);
        }
      }
    }
  }

  /** Of the first of the names that is there. */
  @Nullable String get(String... names) {
    for (String name : names) {
      String content = contents.get(name);
      if (content != null) {
        return content;
      }
    }
    return null;
  }
}
