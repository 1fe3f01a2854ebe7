// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.polling;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.marsad.sources.polling.SeenItems.Look;

/**
 * What is remembered of a feed. Immutable; each {@link FeedEvent} brings the next one.
 *
 * @param pending items of earlier polls whose pages are still to be fetched, oldest first
 * @param cursor how far a network was read, in its own words; null before the first step
 * @param revisits owed to articles that were fetched
 */
record FeedState(
    Validators validators,
    PollHistory history,
    SeenItems seen,
    List<PendingItem> pending,
    @Nullable String cursor,
    FeedLog log,
    Revisits revisits) {

  static final FeedState NEW =
      new FeedState(
          Validators.NONE,
          PollHistory.NONE,
          SeenItems.NONE,
          List.of(),
          null,
          FeedLog.NEW,
          Revisits.NONE);

  FeedState {
    pending = List.copyOf(pending);
  }

  boolean isPending(String key) {
    return pending.stream().anyMatch(item -> item.key().equals(key));
  }

  FeedState with(PollHistory next) {
    return new FeedState(validators, next, seen, pending, cursor, log, revisits);
  }

  FeedState with(Validators next) {
    return new FeedState(next, history, seen, pending, cursor, log, revisits);
  }

  FeedState with(SeenItems nowSeen, List<PendingItem> nowPending) {
    return new FeedState(validators, history, nowSeen, nowPending, cursor, log, revisits);
  }

  FeedState with(FeedLog next) {
    return new FeedState(validators, history, seen, pending, cursor, next, revisits);
  }

  FeedState with(Revisits next) {
    return new FeedState(validators, history, seen, pending, cursor, log, next);
  }

  /** What a network is to be asked behind at the next step. */
  FeedState at(@Nullable String next) {
    return new FeedState(validators, history, seen, pending, next, log, revisits);
  }

  /** The item is done with, for good or ill. */
  FeedState done(PendingItem item) {
    List<PendingItem> rest = new ArrayList<>(pending);
    rest.remove(item);
    Look known = seen.look(item.key());
    int changes = known == null ? 0 : known.changes() + 1;
    return with(seen.with(item.key(), new Look(EntryPrint.of(item.item()), changes)), rest);
  }

  /** The item is to be tried again at the next poll. */
  FeedState retryLater(PendingItem item) {
    List<PendingItem> rest = new ArrayList<>(pending);
    rest.set(rest.indexOf(item), item.afterFailure());
    return with(seen, rest);
  }
}
