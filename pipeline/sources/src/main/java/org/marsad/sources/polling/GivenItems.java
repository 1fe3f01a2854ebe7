// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.polling;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.marsad.sources.catalogue.OutletFeed;
import org.marsad.sources.feed.FeedItem;

/** In place of a poll, where the items are given: what failed for now is tried a minute later. */
final class GivenItems implements FollowedFeed.Poller {
  private static final Duration PAUSE = Duration.ofMinutes(1);

  private final Clock clock;

  GivenItems(Clock clock) {
    this.clock = clock;
  }

  /** A feed that was polled long ago and found them. */
  static FeedSplit split(OutletFeed feed, List<FeedItem> items) {
    Map<String, PendingItem> pending = new LinkedHashMap<>();
    for (FeedItem item : items) {
      String key = ItemKeys.of(item, feed.content());
      if (key != null) {
        pending.putIfAbsent(key, new PendingItem(key, item, 0));
      }
    }
    Instant polled = Instant.EPOCH;
    FeedState state =
        FeedState.NEW
            .with(PollHistory.NONE.afterSuccess(polled, polled.plus(PAUSE), 0))
            .with(SeenItems.NONE, List.copyOf(pending.values()));
    return new FeedSplit(feed, state);
  }

  @Override
  public StepResult poll(FeedState state, Predicate<String> knownElsewhere) {
    Instant now = clock.instant();
    return StepResult.of(
        List.of(), state.with(state.history().afterSuccess(now, now.plus(PAUSE), 0)));
  }
}
