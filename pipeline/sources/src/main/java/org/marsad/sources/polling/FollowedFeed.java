// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.polling;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.marsad.sources.catalogue.OutletFeed;

/**
 * A feed under way, which advances in steps: a poll, a page, or another look at one; new pages go
 * before polls, and both before other looks. Its {@link DomainQueue} takes one step at a time, so
 * nothing here is shared.
 */
final class FollowedFeed {
  private final OutletFeed feed;
  private final Poller poller;
  private final PageFetcher pages;
  private final boolean once;
  private final Clock clock;
  private final Deque<PendingItem> work = new ArrayDeque<>();
  private FeedState state;

  /**
   * @param once whether the feed ends with its first poll and the pages that this finds
   */
  FollowedFeed(FeedSplit split, Poller poller, PageFetcher pages, boolean once, Clock clock) {
    this.feed = split.feed();
    this.state = split.state();
    this.poller = poller;
    this.pages = pages;
    this.once = once;
    this.clock = clock;
    // What a checkpoint cut off goes on at once; what failed before waits for the next poll.
    state.pending().stream().filter(item -> item.attempts() == 0).forEach(work::add);
  }

  OutletFeed feed() {
    return feed;
  }

  /** Whether the item is, or was, this feed's to fetch. */
  boolean knows(String key) {
    return state.seen().contains(key) || state.isPending(key);
  }

  /** What the next step asks for. */
  URI target() {
    PendingItem next = work.peek();
    Revisit visit = dueVisit();
    if (visit != null) {
      return URI.create(visit.page().uri());
    }
    String link = next == null ? null : next.item().link();
    try {
      return link == null ? feed.url() : new URI(link);
    } catch (URISyntaxException e) {
      // The step itself tells what is wrong with it.
      return feed.url();
    }
  }

  /** When the next step may be taken; a time in the past for at once. */
  Instant due() {
    Instant nextDue = state.history().nextDue();
    if (!work.isEmpty() || nextDue == null || finished()) {
      return Instant.EPOCH;
    }
    Instant visit = once ? null : state.revisits().due();
    return visit != null && visit.isBefore(nextDue) ? visit : nextDue;
  }

  /** Whether the next step is only another look at what is there already. */
  boolean looksBack() {
    return dueVisit() != null;
  }

  FeedEvent step(Predicate<String> knownElsewhere) throws InterruptedException {
    StepResult result = next(knownElsewhere);
    state = result.after();
    if (result.pause()) {
      work.clear();
    }
    return new FeedEvent(feed.id(), result.records(), state, finished());
  }

  /** Asks once for what is new. */
  interface Poller {
    /**
     * @param knownElsewhere the keys that another feed of the domain has taken on
     */
    StepResult poll(FeedState state, Predicate<String> knownElsewhere) throws InterruptedException;
  }

  private StepResult next(Predicate<String> knownElsewhere) throws InterruptedException {
    PendingItem item = work.poll();
    if (item != null) {
      return pages.fetch(feed, state, item);
    }
    Revisit visit = dueVisit();
    if (visit != null) {
      return pages.revisit(feed, state, visit);
    }
    if (finished()) {
      return StepResult.of(List.of(), state);
    }
    StepResult polled = poller.poll(state, knownElsewhere);
    work.addAll(polled.after().pending());
    return polled;
  }

  /** Null as long as there is something new to fetch or to ask for. */
  private @Nullable Revisit dueVisit() {
    Instant poll = state.history().nextDue();
    Instant now = clock.instant();
    if (once || !work.isEmpty() || poll == null || !poll.isAfter(now)) {
      return null;
    }
    Revisit first = state.revisits().first();
    return first == null || first.due().isAfter(now) ? null : first;
  }

  private boolean finished() {
    PollHistory history = state.history();
    return once
        && history.lastPoll() != null
        && !history.dueAtOnce()
        && work.isEmpty()
        && state.pending().isEmpty();
  }
}
