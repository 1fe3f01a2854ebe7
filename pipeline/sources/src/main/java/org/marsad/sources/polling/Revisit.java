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
 * @param item without its texts, which may be long
 * @param uri where its page was found, after redirects
 * @param print of the page, see {@link PagePrint}
 * @param captured when the page was first fetched
 * @param visits since then
 * @param missing whether the last one found no page
 */
record Revisit(
    String key,
    FeedItem item,
    String uri,
    @Nullable String etag,
    @Nullable String lastModified,
    int print,
    Instant captured,
    int visits,
    boolean missing,
    Instant due) {

  private static final List<Duration> AFTER = List.of(Duration.ofHours(6), Duration.ofHours(24));

  /** What is older when it is first met has had its edits. */
  private static final Duration YOUNG = Duration.ofDays(2);

  /** A page that is missing may be back soon. */
  private static final Duration MISSING_AGAIN_AFTER = Duration.ofHours(1);

  /** Null where the article is not young any more. */
  static @Nullable Revisit of(PendingItem fetched, Fetched page, int print, Instant now) {
    FeedItem item = fetched.item();
    if (item.published() != null && item.published().isBefore(now.minus(YOUNG))) {
      return null;
    }
    FeedItem slim =
        new FeedItem(
            item.link(),
            item.guid(),
            item.title(),
            null,
            null,
            item.author(),
            item.published(),
            item.dayOnly(),
            item.language());
    return new Revisit(
        fetched.key(),
        slim,
        page.uri().toString(),
        page.etag(),
        page.lastModified(),
        print,
        now,
        0,
        false,
        now.plus(AFTER.get(0)));
  }

  /** The page as it is now, between two visits. */
  Revisit as(Fetched page, int nowPrint) {
    return new Revisit(
        key, item, uri, page.etag(), page.lastModified(), nowPrint, captured, visits, missing, due);
  }

  /** The next one; null after the last. */
  @Nullable Revisit next() {
    int done = visits + 1;
    return done >= AFTER.size()
        ? null
        : new Revisit(
            key,
            item,
            uri,
            etag,
            lastModified,
            print,
            captured,
            done,
            false,
            captured.plus(AFTER.get(done)));
  }

  /** The same visit, later. */
  Revisit at(Instant later) {
    return new Revisit(key, item, uri, etag, lastModified, print, captured, visits, missing, later);
  }

  /** The page was not there: one more look tells whether it is gone. */
  Revisit missedAt(Instant now) {
    return new Revisit(
        key,
        item,
        uri,
        etag,
        lastModified,
        print,
        captured,
        visits,
        true,
        now.plus(MISSING_AGAIN_AFTER));
  }
}
