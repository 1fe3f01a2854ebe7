// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.article;

import crawlercommons.domains.EffectiveTldFinder;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jsoup.select.Elements;
import org.jspecify.annotations.Nullable;
import org.marsad.sources.text.CanonicalUrl;
import org.marsad.sources.text.CleanText;
import org.marsad.sources.text.PublicationDates;

/** What a page says of its article outside of the text: JSON-LD first, then meta, then markup. */
record PageFacts(
    @Nullable String title,
    @Nullable String byline,
    @Nullable Instant published,
    @Nullable Instant modified,
    @Nullable String language,
    @Nullable String section,
    @Nullable String canonicalUrl,
    @Nullable String body,
    boolean statesArticle) {

  private static final Pattern SITE_SUFFIX = Pattern.compile("\\s+[|–—»•-]\\s+[^|–—»•]{2,40}$");
  private static final List<String> META_KEYS =
      List.of("property", "name", "itemprop", "http-equiv");

  private static final int LONGEST_NAME = 120;

  static PageFacts of(Document page, @Nullable String url, Instant now) {
    JsonLd stated = JsonLd.of(page);
    Elements metas = page.select("meta[content]");
    String canonical = canonicalUrl(page, metas, url);
    return new PageFacts(
        title(page, metas, stated),
        byline(page, metas, stated),
        published(page, metas, stated, now),
        firstDate(
            now,
            stated.text("dateModified"),
            meta(metas, "article:modified_time", "og:updated_time", "last-modified"),
            attribute(page, "[itemprop=dateModified]", "content"),
            attribute(page, "[itemprop=dateModified]", "datetime")),
        first(
            attribute(page, "html[lang]", "lang"),
            attribute(page, "html", "xml:lang"),
            stated.text("inLanguage"),
            meta(metas, "og:locale", "content-language", "language")),
        first(
            stated.text("articleSection"),
            meta(metas, "article:section", "section", "category", "parsely-section")),
        canonical,
        stated.text("articleBody"),
        stated.isPresent()
            || "article".equalsIgnoreCase(meta(metas, "og:type"))
            || page.selectFirst("[itemprop=articleBody]") != null);
  }

  private static @Nullable String title(Document page, Elements metas, JsonLd stated) {
    String heading = text(page, "article h1, main h1, h1[itemprop=headline], h1.entry-title");
    String whole = page.title().isBlank() ? null : page.title();
    return first(
        stated.text("headline"),
        meta(metas, "og:title", "twitter:title"),
        heading,
        text(page, "h1"),
        whole == null ? null : SITE_SUFFIX.matcher(whole).replaceFirst(""));
  }

  private static @Nullable String byline(Document page, Elements metas, JsonLd stated) {
    Predicate<String> aName =
        name -> name.length() <= LONGEST_NAME && !name.startsWith("http") && !name.contains("@");
    return Stream.of(
            stated.text("author"),
            meta(metas, "author", "article:author", "parsely-author", "dc.creator", "byl"),
            text(page, "[itemprop=author] [itemprop=name], [itemprop=author], [rel=author]"),
            text(page, ".byline, .author-name, .entry-author, .post-author"))
        .filter(Objects::nonNull)
        .map(CleanText::line)
        .filter(aName)
        .filter(name -> !name.isEmpty())
        .findFirst()
        .orElse(null);
  }

  private static @Nullable Instant published(
      Document page, Elements metas, JsonLd stated, Instant now) {
    return firstDate(
        now,
        stated.text("datePublished"),
        stated.text("dateCreated"),
        meta(
            metas,
            "article:published_time",
            "og:published_time",
            "datepublished",
            "date",
            "pubdate",
            "publishdate",
            "parsely-pub-date",
            "dc.date",
            "dc.date.issued",
            "dcterms.created",
            "sailthru.date",
            "article.published"),
        attribute(page, "[itemprop=datePublished]", "content"),
        attribute(page, "[itemprop=datePublished]", "datetime"),
        attribute(page, "time[pubdate], time.entry-date, time.published", "datetime"),
        attribute(page, "article time[datetime], main time[datetime]", "datetime"),
        attribute(page, "time[datetime]", "datetime"),
        text(page, "[itemprop=datePublished]"),
        text(page, "time[pubdate], time.entry-date, time.published"),
        text(page, "article time, main time"),
        text(page, "time"));
  }

  private static @Nullable String canonicalUrl(
      Document page, Elements metas, @Nullable String url) {
    String own = CanonicalUrl.of(attribute(page, "link[rel=canonical]", "abs:href"));
    String shared = CanonicalUrl.of(meta(metas, "og:url"));
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

  private static @Nullable Instant firstDate(Instant now, @Nullable String... stated) {
    for (String date : stated) {
      Instant parsed = PublicationDates.parse(date, now);
      if (parsed != null) {
        return parsed;
      }
    }
    return null;
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

  /** The first of the named {@code meta} elements with a content, by name or property. */
  private static @Nullable String meta(Elements metas, String... names) {
    for (String name : names) {
      for (String key : META_KEYS) {
        for (Element meta : metas) {
          String content = meta.attr("content").strip();
          if (!content.isEmpty() && meta.attr(key).strip().equalsIgnoreCase(name)) {
            return content;
          }
        }
      }
    }
    return null;
  }

  private static @Nullable String attribute(Document page, String query, String name) {
    Element element = page.selectFirst(query);
    String value = element == null ? "" : element.attr(name).strip();
    return value.isEmpty() ? null : value;
  }

  private static @Nullable String text(Document page, String query) {
    Element element = page.selectFirst(query);
    String text = element == null ? "" : element.text();
    return text.isBlank() ? null : text;
  }
}
