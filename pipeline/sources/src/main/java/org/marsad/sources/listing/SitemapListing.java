// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.listing;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.marsad.sources.catalogue.FormOptions;
import org.marsad.sources.catalogue.OutletFeed;
import org.marsad.sources.feed.FeedHints;
import org.marsad.sources.feed.FeedItem;
import org.marsad.sources.feed.FeedResult;
import org.marsad.sources.feed.FeedResult.Loss;
import org.marsad.sources.http.FetchOutcome.Fetched;
import org.marsad.sources.sitemap.Sitemap;
import org.marsad.sources.sitemap.SitemapEntry;
import org.marsad.sources.sitemap.SitemapReader;

/**
 * What may be new in a sitemap, which may list an outlet's whole past: the entries that are younger
 * than {@code max-age}, at most the newest thousand. Entries without any date count only in a
 * sitemap that is no longer than a feed.
 */
final class SitemapListing implements ListingReader {
  /** In a longer one, undated entries may be of any age. */
  static final int MOST_WITH_UNDATED = 200;

  @Override
  public FeedResult read(Fetched answer, OutletFeed feed, Instant now) {
    Sitemap sitemap = SitemapReader.read(answer, SitemapReader.domain(feed.url()), now);
    if (sitemap instanceof Sitemap.Unreadable unreadable) {
      return new FeedResult.Unreadable(unreadable.fault());
    }
    if (sitemap instanceof Sitemap.Index index) {
      return new FeedResult.Index(index.children(), losses(index.foreign(), index.beyond(), 0));
    }
    Sitemap.Pages pages = (Sitemap.Pages) sitemap;
    Instant horizon = now.minus(maxAge(feed));
    Pattern pattern = FormOptions.linkPattern(feed);
    List<SitemapEntry> dated =
        pages.entries().stream()
            .filter(entry -> entry.date() != null && pattern.matcher(entry.url()).find())
            .toList();
    List<SitemapEntry> undated =
        pages.entries().stream()
            .filter(entry -> entry.date() == null && pattern.matcher(entry.url()).find())
            .toList();
    boolean takeUndated = pages.entries().size() <= MOST_WITH_UNDATED;
    List<FeedItem> items =
        Stream.concat(young(dated, horizon), takeUndated ? undated.stream() : Stream.of())
            .limit(Newest.MOST_ITEMS)
            .map(SitemapEntry::item)
            .toList();
    return new FeedResult.Feed(
        items,
        false,
        false,
        FeedHints.NONE,
        losses(pages.foreign(), pages.beyond(), takeUndated ? 0 : undated.size()));
  }

  private static Stream<SitemapEntry> young(List<SitemapEntry> dated, Instant horizon) {
    return dated.stream()
        .filter(entry -> !date(entry).isBefore(horizon))
        .sorted(Comparator.comparing(SitemapListing::date, Comparator.reverseOrder()));
  }

  private static Instant date(SitemapEntry entry) {
    Instant date = entry.date();
    return date == null ? Instant.MIN : date;
  }

  static Duration maxAge(OutletFeed feed) {
    return FormOptions.maxAge(feed);
  }

  private static List<Loss> losses(int foreign, int beyond, int undated) {
    List<Loss> losses = new ArrayList<>();
    if (foreign > 0) {
      losses.add(
          new Loss(
              "foreign-link",
              foreign + " entries lead to another domain and were dropped; tell the outlet"));
    }
    if (beyond > 0) {
      losses.add(
          new Loss(
              "too-many-items",
              beyond + " entries go beyond the 50,000 that a sitemap may hold; tell the outlet"));
    }
    if (undated > 0) {
      losses.add(
          new Loss(
              "undated-entries",
              undated
                  + " entries of a long sitemap have no date, so nothing says which are new; give"
                  + " the outlet's news sitemap, or a list"));
    }
    return losses;
  }
}
