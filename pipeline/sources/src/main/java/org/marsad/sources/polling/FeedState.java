// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.polling;

import java.util.ArrayList;
import java.util.List;

/**
 * What is remembered of a feed. Immutable; each {@link FeedEvent} brings the next one.
 *
 * @param pending items of earlier polls whose pages are still to be fetched, oldest first
 */
record FeedState(
    Validators validators, PollHistory history, SeenItems seen, List<PendingItem> pending) {

  static final FeedState NEW =
      new FeedState(Validators.NONE, PollHistory.NONE, SeenItems.NONE, List.of());

  FeedState {
    pending = List.copyOf(pending);
  }

  boolean isPending(String key) {
    return pending.stream().anyMatch(item -> item.key().equals(key));
  }

  FeedState with(PollHistory next) {
    return new FeedState(validators, next, seen, pending);
  }

  FeedState with(Validators next) {
    return new FeedState(next, history, seen, pending);
  }

  FeedState with(SeenItems nowSeen, List<PendingItem> nowPending) {
    return new FeedState(validators, history, nowSeen, nowPending);
  }

  /** The item is done with, for good or ill. */
  FeedState done(PendingItem item) {
    List<PendingItem> rest = new ArrayList<>(pending);
    rest.remove(item);
    return with(seen.with(List.of(item.key())), rest);
  }

  /** The item is to be tried again at the next poll. */
  FeedState retryLater(PendingItem item) {
    List<PendingItem> rest = new ArrayList<>(pending);
    rest.set(rest.indexOf(item), item.afterFailure());
    return with(seen, rest);
  }
}
