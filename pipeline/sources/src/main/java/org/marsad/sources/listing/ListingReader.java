// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.listing;

import java.time.Instant;
import org.marsad.sources.catalogue.FeedForm;
import org.marsad.sources.catalogue.OutletFeed;
import org.marsad.sources.feed.FeedParser;
import org.marsad.sources.feed.FeedResult;
import org.marsad.sources.http.FetchOutcome.Fetched;

/** Reads one form of listing. Knows nothing of earlier polls. */
public interface ListingReader {

  FeedResult read(Fetched answer, OutletFeed feed, Instant now);

  /**
   * @throws IllegalArgumentException for a network, which has a fetcher instead
   */
  static ListingReader of(FeedForm form) {
    return switch (form) {
      case FEED ->
          (answer, feed, now) ->
              Newest.of(FeedParser.parse(answer.body(), answer.contentType(), answer.uri(), now));
      case SITEMAP -> new SitemapListing();
      case LIST -> new LinkList();
      default -> throw new IllegalArgumentException(form + " is no listing");
    };
  }
}
