// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.article;

import java.net.URI;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** The part of an outlet that an article stands in. */
final class Sections {
  private static final int LONGEST = 60;

  private static final String STATED =
      "[itemprop=articleSection], [itemprop=genre], [rel~=^category], .category-name a";

  private static final Set<String> HOMES =
      Set.of("", "ar", "fr", "es", "en", "de", "zgh", "index.html", "index.php");

  private static final String CRUMBS = "(?i)crumb|ariane|migas|hierarchie|brotkr|pathway|rootline";

  private Sections() {}

  static @Nullable String of(
      Document page, MetaElements metas, JsonLd stated, @Nullable String title) {
    String section = stated.text("articleSection");
    if (section == null) {
      section = stated.text("genre");
    }
    if (section == null) {
      section = metas.get("article:section", "section", "category", "parsely-section");
    }
    if (section == null) {
      section = Selected.text(page, STATED);
    }
    return section == null ? inBreadcrumbs(page, title) : section;
  }

  /** The last link of the way to the page, without the home page and the page itself. */
  private static @Nullable String inBreadcrumbs(Document page, @Nullable String title) {
    Element crumbs =
        page.selectFirst(
            "[class~=" + CRUMBS + "], [id~=" + CRUMBS + "], [aria-label~=" + CRUMBS + "]");
    String section = null;
    if (crumbs != null) {
      for (Element link : crumbs.select("a[href]")) {
        String name = link.text().strip();
        if (!name.isEmpty()
            && name.length() <= LONGEST
            && !name.equals(title)
            && !isHome(link.attr("href").strip())) {
          section = name;
        }
      }
    }
    return section;
  }

  /** Also a language's home, such as {@code /ar}. */
  private static boolean isHome(String address) {
    try {
      String path = URI.create(address).getRawPath();
      return path == null || (HOMES.contains(path.replace("/", "")) && !address.contains("?"));
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
