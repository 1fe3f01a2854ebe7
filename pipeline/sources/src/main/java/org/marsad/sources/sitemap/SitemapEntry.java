// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.sitemap;

import java.time.Instant;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.marsad.sources.feed.FeedItem;

/**
 * One page of a sitemap.
 *
 * @param url absolute, percent-encoded
 * @param published as the news extension or the URL's path says
 * @param dayOnly whether of {@code published} only the day is known; then it is its noon
 * @param modified which a new comment or a new layout moves too
 * @param language of the news extension
 */
public record SitemapEntry(
    String url,
    @Nullable String title,
    @Nullable Instant published,
    boolean dayOnly,
    @Nullable Instant modified,
    @Nullable String language) {

  /** The best that is known of its age. */
  public @Nullable Instant date() {
    return Stream.of(published, modified).flatMap(Stream::ofNullable).findFirst().orElse(null);
  }

  /** A page's date of change is not told as its publication's. */
  public FeedItem item() {
    return new FeedItem(url, null, title, null, null, null, published, dayOnly, language);
  }
}
