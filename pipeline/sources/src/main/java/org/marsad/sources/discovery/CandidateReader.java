// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.discovery;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.marsad.sources.catalogue.FeedForm;
import org.marsad.sources.feed.FeedItem;
import org.marsad.sources.feed.FeedParser;
import org.marsad.sources.feed.FeedResult;
import org.marsad.sources.http.FetchOutcome.Fetched;
import org.marsad.sources.sitemap.Sitemap;
import org.marsad.sources.sitemap.SitemapEntry;
import org.marsad.sources.sitemap.SitemapReader;

/** Reads an answer as what it was taken for, and says what it holds. */
final class CandidateReader {
  private final SiteVisit visit;
  private final @Nullable String language;

  /**
   * @param language the page's, for what states none itself
   */
  CandidateReader(SiteVisit visit, @Nullable String language) {
    this.visit = visit;
    this.language = language;
  }

  /** Null, and a note, where it is not what it was taken for. */
  @Nullable Discovered read(URI url, FeedForm form, Fetched answer) {
    Discovered one =
        switch (form) {
          case SITEMAP -> sitemap(url, answer);
          case WORDPRESS_COMMENTS -> comments(url, answer);
          default -> feed(url, answer);
        };
    if (one != null) {
      visit.note(
          url
              + ": "
              + one.items()
              + " items, newest "
              + (one.newest() == null ? "of unknown date" : one.newest())
              + ", language "
              + (one.language() == null ? "unknown" : one.language()));
    }
    return one;
  }

  private @Nullable Discovered feed(URI url, Fetched answer) {
    FeedResult result =
        FeedParser.parse(answer.body(), answer.contentType(), answer.uri(), visit.now());
    if (result instanceof FeedResult.Unreadable unreadable) {
      visit.note(url + ": " + unreadable.fault().message());
      return null;
    }
    List<FeedItem> items = ((FeedResult.Feed) result).items();
    Stream<@Nullable Instant> dates = items.stream().map(FeedItem::published);
    return new Discovered(url, FeedForm.FEED, items.size(), newest(dates), language);
  }

  private @Nullable Discovered sitemap(URI url, Fetched answer) {
    Sitemap sitemap = SitemapReader.read(answer, SitemapReader.domain(url), visit.now());
    if (sitemap instanceof Sitemap.Unreadable unreadable) {
      visit.note(url + ": " + unreadable.fault().message());
      return null;
    }
    if (sitemap instanceof Sitemap.Index index) {
      Stream<@Nullable Instant> dates = index.children().stream().map(FeedResult.Child::modified);
      int size = index.children().size();
      return new Discovered(url, FeedForm.SITEMAP, size, newest(dates), language);
    }
    List<SitemapEntry> entries = ((Sitemap.Pages) sitemap).entries();
    String stated =
        entries.stream()
            .map(SitemapEntry::language)
            .filter(Objects::nonNull)
            .findFirst()
            .orElse(language);
    Instant newest = newest(entries.stream().map(SitemapEntry::date));
    return new Discovered(url, FeedForm.SITEMAP, entries.size(), newest, stated);
  }

  /** Whether the interface gives its comments to anybody, its answer says by being a list. */
  private @Nullable Discovered comments(URI url, Fetched answer) {
    String text = new String(answer.body(), StandardCharsets.UTF_8).strip();
    if (!text.startsWith("[")) {
      visit.note(url + ": the answer is no list of comments");
      return null;
    }
    int count = text.split("\"date_gmt\"", -1).length - 1;
    return new Discovered(url, FeedForm.WORDPRESS_COMMENTS, count, null, language);
  }

  private static @Nullable Instant newest(Stream<@Nullable Instant> dates) {
    return dates.filter(Objects::nonNull).max(Instant::compareTo).orElse(null);
  }
}
