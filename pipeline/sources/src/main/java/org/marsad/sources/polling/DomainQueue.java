// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.polling;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.marsad.sources.http.PoliteClient;

/**
 * The feeds of one registrable domain, one step of one feed at a time. A step is handed to a worker
 * only once the domain's limiter would let it start, so that no worker waits for a slow domain.
 *
 * <p>Everything here runs on the one timer thread, except the step itself.
 */
final class DomainQueue {
  /** Where a worker leaves what a step brought. */
  interface Outlet {
    void put(FeedEvent event) throws InterruptedException;
  }

  private final ScheduledExecutorService timer;
  private final ExecutorService workers;
  private final PoliteClient client;
  private final Clock clock;
  private final Outlet outlet;
  private final Consumer<Throwable> failed;
  private final List<FollowedFeed> feeds = new ArrayList<>();
  private boolean busy;

  DomainQueue(
      ScheduledExecutorService timer,
      ExecutorService workers,
      PoliteClient client,
      Clock clock,
      Outlet outlet,
      Consumer<Throwable> failed) {
    this.timer = timer;
    this.workers = workers;
    this.client = client;
    this.clock = clock;
    this.outlet = outlet;
    this.failed = failed;
  }

  void add(FollowedFeed feed) {
    feeds.add(feed);
    next();
  }

  /** Takes the next step, or comes back when it is due; harmless when called too often. */
  private void next() {
    if (busy || feeds.isEmpty()) {
      return;
    }
    Instant now = clock.instant();
    FollowedFeed feed = feeds.stream().min(firstAt(now)).orElseThrow();
    long wait = Duration.between(now, ready(feed)).toMillis();
    if (wait > 0) {
      timer.schedule(this::next, wait, TimeUnit.MILLISECONDS);
      return;
    }
    busy = true;
    List<FollowedFeed> siblings = feeds.stream().filter(other -> other != feed).toList();
    workers.execute(() -> step(feed, siblings));
  }

  /** Of those that could go now, none that only looks back goes before one with something new. */
  private Comparator<FollowedFeed> firstAt(Instant now) {
    return Comparator.comparing((FollowedFeed feed) -> ready(feed).isAfter(now) ? ready(feed) : now)
        .thenComparing(FollowedFeed::looksBack)
        .thenComparing(this::ready);
  }

  /** An item may lie in another domain than its feed, one that has its own delay. */
  private Instant ready(FollowedFeed feed) {
    Instant ready = client.readyAt(feed.target());
    return feed.due().isAfter(ready) ? feed.due() : ready;
  }

  private void step(FollowedFeed feed, List<FollowedFeed> siblings) {
    try {
      FeedEvent event = feed.step(key -> siblings.stream().anyMatch(sibling -> sibling.knows(key)));
      outlet.put(event);
      timer.execute(() -> stepped(feed, event.last()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException | Error e) {
      failed.accept(e);
    }
  }

  private void stepped(FollowedFeed feed, boolean last) {
    busy = false;
    feeds.remove(feed);
    if (!last) {
      // To the end, so that of those that are due alike each has its turn.
      feeds.add(feed);
    }
    next();
  }
}
