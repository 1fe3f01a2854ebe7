// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.listing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.marsad.sources.feed.FeedItem;
import org.marsad.sources.feed.FeedResult;
import org.marsad.sources.feed.FeedResult.Loss;

/**
 * Bounds a listing to its newest thousand items, half of what a feed's state remembers: were there
 * more, those forgotten would look new again.
 */
final class Newest {
  static final int MOST_ITEMS = 1_000;

  private Newest() {}

  static FeedResult of(FeedResult result) {
    if (!(result instanceof FeedResult.Feed feed) || feed.items().size() <= MOST_ITEMS) {
      return result;
    }
    // The sort is stable: items without a date keep the feed's order, behind the others.
    Set<FeedItem> kept =
        new HashSet<>(
            feed.items().stream()
                .sorted(
                    Comparator.comparing(
                        item -> item.published() == null ? Instant.MIN : item.published(),
                        Comparator.reverseOrder()))
                .limit(MOST_ITEMS)
                .toList());
    List<FeedItem> items = feed.items().stream().filter(kept::contains).limit(MOST_ITEMS).toList();
    List<Loss> losses = new ArrayList<>(feed.losses());
    losses.add(
        new Loss(
            "too-many-items",
            "of "
                + feed.items().size()
                + " items only the newest "
                + MOST_ITEMS
                + " were looked at; choose a shorter feed, or import the rest with"
                + " ./marsad backfill"));
    return new FeedResult.Feed(items, feed.cut(), feed.repaired(), feed.hints(), losses);
  }
}
