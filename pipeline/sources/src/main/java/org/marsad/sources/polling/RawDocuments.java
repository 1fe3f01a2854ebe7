// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.polling;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;
import org.marsad.model.DocumentKind;
import org.marsad.model.Provenance;
import org.marsad.model.Provenance.Robots;
import org.marsad.model.Pseudonyms;
import org.marsad.model.RawDocument;
import org.marsad.model.RawDocumentBuilder;
import org.marsad.sources.catalogue.OutletFeed;
import org.marsad.sources.feed.FeedItem;
import org.marsad.sources.http.FetchOutcome.Fetched;

/** Makes documents of what was fetched. Here the names of commenters end. */
final class RawDocuments {
  private final Pseudonyms pseudonyms;

  RawDocuments(Pseudonyms pseudonyms) {
    this.pseudonyms = pseudonyms;
  }

  /** Those within the pages of articles. */
  PageComments comments() {
    return new PageComments(pseudonyms);
  }

  /** An article from its page. */
  RawDocument article(OutletFeed feed, FeedItem item, Fetched page, Instant captured) {
    String url = page.uri().toString();
    return article(feed, item, url, page.body(), page.contentType(), captured)
        .provenance(Provenance.of(page.body(), Robots.ALLOWED))
        .build();
  }

  /** An article from the full text in the feed, where its page cannot be had: no page to keep. */
  RawDocument articleFromFeed(OutletFeed feed, FeedItem item, String html, Instant captured) {
    byte[] body = html.getBytes(StandardCharsets.UTF_8);
    return article(feed, item, item.link(), body, "text/html; charset=UTF-8", captured).build();
  }

  private static RawDocumentBuilder article(
      OutletFeed feed,
      FeedItem item,
      @Nullable String url,
      byte[] body,
      @Nullable String contentType,
      Instant captured) {
    String reference = url == null ? feed.url().toString() : url;
    return RawDocument.builder(feed.outletId(), DocumentKind.ARTICLE, captured, reference)
        .nativeId(item.guid())
        .url(url == null ? null : withoutFragment(url))
        .title(item.title())
        .body(body)
        .contentType(contentType)
        .byline(item.author())
        .published(item.published())
        .language(language(feed, item))
        .dayOnly(item.dayOnly());
  }

  /** A reader's comment; its link is the article's with the comment's fragment. */
  RawDocument comment(OutletFeed feed, FeedItem item, Instant captured) {
    String link = item.link();
    String html = item.contentHtml() != null ? item.contentHtml() : item.summary();
    String author = item.author();
    String reference = link == null ? feed.url().toString() : link;
    return RawDocument.builder(feed.outletId(), DocumentKind.COMMENT, captured, reference)
        .nativeId(item.guid() != null ? item.guid() : link)
        .url(link)
        .parentUrl(link == null ? null : withoutFragment(link))
        .text(html == null ? "" : Jsoup.parseBodyFragment(html).wholeText().strip())
        .author(author == null ? null : pseudonyms.of(feed.outletId(), author))
        .published(item.published())
        .language(language(feed, item))
        .dayOnly(item.dayOnly())
        .build();
  }

  private static @Nullable String language(OutletFeed feed, FeedItem item) {
    return item.language() != null ? item.language() : feed.language();
  }

  private static String withoutFragment(String url) {
    int fragment = url.indexOf('#');
    return fragment < 0 ? url : url.substring(0, fragment);
  }
}
