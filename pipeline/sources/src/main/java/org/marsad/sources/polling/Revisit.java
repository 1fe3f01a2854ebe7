// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.polling;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.marsad.sources.feed.FeedItem;
import org.marsad.sources.http.FetchOutcome.Fetched;

/**
 * A young article that is to be looked at again: outlets edit most in the first hours, often
 * without a word in the feed, and what they take back they take back soon.
 *
 * @param visits since the page was first fetched
 * @param missing whether the last one found no page
 */
record Revisit(Page page, int visits, boolean missing, Instant due) {
  private static final List<Duration> AFTER = List.of(Duration.ofHours(6), Duration.ofHours(24));

  /** What is older when it is first met has had its edits. */
  private static final Duration YOUNG = Duration.ofDays(2);

  /** A page that is missing may be back soon. */
  private static final Duration MISSING_AGAIN_AFTER = Duration.ofHours(1);

  /**
   * The article as it was last seen.
   *
   * @param item without its texts, which may be long
   * @param uri where its page was found, after redirects
   * @param print of the page, see {@link PagePrint}
   * @param captured when the page was first fetched
   */
  record Page(
      String key,
      FeedItem item,
      String uri,
      @Nullable String etag,
      @Nullable String lastModified,
      int print,
      Instant captured) {

    private Page as(Fetched now, int nowPrint) {
      return new Page(key, item, uri, now.etag(), now.lastModified(), nowPrint, captured);
    }
  }

  /** Null where the article is not young any more. */
  static @Nullable Revisit of(PendingItem fetched, Fetched page, int print, Instant now) {
    FeedItem item = fetched.item();
    if (item.published() != null && item.published().isBefore(now.minus(YOUNG))) {
      return null;
    }
    String uri = page.uri().toString();
    return new Revisit(
        new Page(
            fetched.key(), item.withoutTexts(), uri, page.etag(), page.lastModified(), print, now),
        0,
        false,
        now.plus(AFTER.get(0)));
  }

  /** Of the page as it is now. */
  Revisit as(Fetched now, int nowPrint) {
    return new Revisit(page.as(now, nowPrint), visits, missing, due);
  }

  /** The next one; null after the last. */
  @Nullable Revisit next() {
    int done = visits + 1;
    return done >= AFTER.size()
        ? null
        : new Revisit(page, done, false, page.captured().plus(AFTER.get(done)));
  }

  /** The same visit, later. */
  Revisit at(Instant later) {
    return new Revisit(page, visits, missing, later);
  }

  /** The page was not there: one more look tells whether it is gone. */
  Revisit missedAt(Instant now) {
    return new Revisit(page, visits, true, now.plus(MISSING_AGAIN_AFTER));
  }
}
