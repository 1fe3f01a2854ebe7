// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.article;

import crawlercommons.domains.EffectiveTldFinder;
import java.time.Instant;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;
import org.marsad.sources.text.CanonicalUrl;
import org.marsad.sources.text.CleanText;
import org.marsad.sources.text.PublicationDates.Dated;

/** What a page says of its article outside of the text: JSON-LD first, then meta, then markup. */
record PageFacts(
    @Nullable String title,
    @Nullable String byline,
    @Nullable Dated published,
    @Nullable Instant modified,
    @Nullable String language,
    @Nullable String section,
    @Nullable String canonicalUrl,
    @Nullable String body,
    boolean statesArticle) {

  private static final Pattern SITE_SUFFIX = Pattern.compile("\\s+[|–—»•-]\\s+[^|–—»•]{2,40}$");

  static PageFacts of(Document page, PageOutline outline, @Nullable String url, Instant now) {
    JsonLd stated = JsonLd.of(page);
    MetaElements metas = new MetaElements(page);
    String title = title(page, outline, metas, stated);
    List<String> titleLines = TitleLines.of(outline, title);
    PageDates dates = new PageDates(page, metas, stated, titleLines, now);
    return new PageFacts(
        title,
        first(Bylines.of(page, metas, stated, titleLines)),
        dates.published(),
        dates.modified(),
        first(
            Selected.attribute(page, "html[lang]", "lang"),
            Selected.attribute(page, "html", "xml:lang"),
            stated.text("inLanguage"),
            metas.get("og:locale", "content-language", "language")),
        first(Sections.of(page, metas, stated, title)),
        canonicalUrl(page, metas, url),
        stated.text("articleBody"),
        stated.isPresent()
            || "article".equalsIgnoreCase(metas.get("og:type"))
            || page.selectFirst("[itemprop=articleBody]") != null);
  }

  private static @Nullable String title(
      Document page, PageOutline outline, MetaElements metas, JsonLd stated) {
    String named =
        first(
            stated.text("headline"),
            withoutSite(metas.get("og:title", "twitter:title"), metas.get("og:site_name")));
    if (named != null) {
      return named;
    }
    String whole = page.title().isBlank() ? null : page.title();
    return first(
        Selected.text(page, "article h1, main h1, h1[itemprop=headline], h1.entry-title"),
        Selected.text(page, "[itemprop=headline], .entry-title, .post-title"),
        ShownTitle.of(page.title(), outline),
        Selected.text(page, "h1"),
        whole == null ? null : SITE_SUFFIX.matcher(whole).replaceFirst(""));
  }

  private static @Nullable String withoutSite(@Nullable String title, @Nullable String site) {
    if (title == null || site == null || !title.endsWith(site)) {
      return title;
    }
    Matcher suffix = SITE_SUFFIX.matcher(title);
    return suffix.find() ? suffix.replaceFirst("") : title;
  }

  static @Nullable String canonicalUrl(Document page, MetaElements metas, @Nullable String url) {
    String own = CanonicalUrl.of(Selected.attribute(page, "link[rel=canonical]", "abs:href"));
    String shared = CanonicalUrl.of(metas.get("og:url"));
    String fetched = CanonicalUrl.of(url);
    String stated = own != null ? own : shared;
    // A canonical link to the home page, or to another site, is a template's mistake.
    if (stated == null || (fetched != null && (isHome(stated) || !sameSite(stated, fetched)))) {
      return fetched;
    }
    return stated;
  }

  private static boolean isHome(String url) {
    return url.replaceFirst("^https?://[^/]+", "").replace("/", "").isEmpty();
  }

  private static boolean sameSite(String a, String b) {
    return site(a).equals(site(b));
  }

  /** The registrable domain, or the host where there is none, as for a reserved name. */
  private static String site(String url) {
    String host = url.replaceFirst("^https?://", "").replaceFirst("[/?#:].*", "");
    String domain = EffectiveTldFinder.getAssignedDomain(host, true, false);
    return domain != null ? domain : host.replaceFirst("^(?:www|m|amp)\\.", "");
  }

  private static @Nullable String first(@Nullable String... values) {
    for (String value : values) {
      if (value != null) {
        // Some systems escape what they put into JSON-LD and meta elements twice.
        String line = CleanText.line(Parser.unescapeEntities(value, false));
        if (!line.isEmpty()) {
          return line;
        }
      }
    }
    return null;
  }
}
