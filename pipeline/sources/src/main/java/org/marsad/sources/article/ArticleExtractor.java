// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.article;

import java.time.Clock;
import java.time.Instant;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;
import org.marsad.sources.text.CharsetDetection;
import org.marsad.sources.text.CleanText;
import org.marsad.sources.text.PublicationDates;
import org.marsad.sources.text.PublicationDates.Dated;

/** Finds the article of a page. Immutable and safe for several threads. */
public final class ArticleExtractor {
  /** More is no article: the largest pages of outlets stay below a tenth of it. */
  public static final int DEFAULT_LIMIT = 10 * 1024 * 1024;

  private final int limit;
  private final Clock clock;

  public ArticleExtractor() {
    this(DEFAULT_LIMIT, Clock.systemUTC());
  }

  /**
   * @param limit in bytes or, for pages that come as characters, in characters
   * @param clock tells which dates lie in the future
   */
  public ArticleExtractor(int limit, Clock clock) {
    this.limit = limit;
    this.clock = clock;
  }

  /**
   * @param url where the page was fetched; a page's own canonical link counts more
   * @param contentType the Content-Type header, where there is one
   */
  public PageContent extract(byte[] page, @Nullable String url, @Nullable String contentType) {
    if (page.length > limit) {
      return tooLarge(page.length);
    }
    if (BinaryContent.is(page, contentType)) {
      return new NoArticle("not-text", "this is no page but binary data; give HTML");
    }
    CharsetDetection.Decoded decoded = CharsetDetection.decode(page, contentType);
    return read(decoded.text(), url, decoded.charset());
  }

  /** Of a page that is already decoded. */
  public PageContent extract(String page, @Nullable String url) {
    return page.length() > limit ? tooLarge(page.length()) : read(page, url, null);
  }

  private PageContent tooLarge(int length) {
    return new NoArticle(
        "too-large", "the page has " + length + " bytes; the limit is " + limit + " bytes");
  }

  private PageContent read(String html, @Nullable String url, @Nullable String charset) {
    if (html.isBlank()) {
      return new NoArticle("empty", "the page is empty");
    }
    Instant now = clock.instant();
    Document page = Jsoup.parse(html, url == null ? "" : url);
    PageOutline outline = PageOutline.of(page.body());
    PageFacts facts = PageFacts.of(page, outline, url, now);
    ArticleText article = ArticleText.choose(page, html, outline, facts);
    if (article == null) {
      return new NoArticle(
          "no-article", "no running text was found; a list, a login or a script-only page");
    }
    Dated published = facts.published();
    return new ExtractedArticle(
        facts.title(),
        CleanText.of(article.text()),
        facts.byline(),
        published == null ? null : published.instant(),
        published == null ? null : published.precision(),
        PublicationDates.ofUrl(facts.canonicalUrl(), now),
        facts.modified(),
        facts.language(),
        facts.section(),
        facts.canonicalUrl(),
        charset,
        article.method());
  }
}
