// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.polling;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.flink.api.connector.source.SplitEnumerator;
import org.apache.flink.api.connector.source.SplitEnumeratorContext;
import org.jspecify.annotations.Nullable;
import org.marsad.sources.catalogue.OutletFeed;
import org.marsad.sources.http.RegistrableDomains;

/**
 * Gives each feed to the reader that its registrable domain belongs to. After a restore the readers
 * hand in the feeds that they held, so a changed parallelism moves them, and a changed catalogue
 * takes effect: new feeds are added, removed ones dropped, and those that stay keep their state but
 * take their settings from the new catalogue.
 */
final class FeedEnumerator implements SplitEnumerator<FeedSplit, PollingEnumeratorState> {
  private final SplitEnumeratorContext<FeedSplit> context;
  private final Map<String, OutletFeed> catalogue = new LinkedHashMap<>();
  private final boolean once;

  /** Those waiting for their reader. */
  private final Map<String, FeedSplit> waiting = new LinkedHashMap<>();

  /** Feed id to reader; a negative number where a restored reader has not reported yet. */
  private final Map<String, Integer> owners = new HashMap<>();

  private static final int NOT_REPORTED = -1;

  FeedEnumerator(
      SplitEnumeratorContext<FeedSplit> context,
      List<OutletFeed> feeds,
      boolean once,
      PollingEnumeratorState restored) {
    this.context = context;
    this.once = once;
    feeds.forEach(feed -> catalogue.put(feed.id(), feed));
    restored.waiting().forEach(this::await);
    for (String id : restored.assigned()) {
      if (catalogue.containsKey(id)) {
        owners.put(id, NOT_REPORTED);
      }
    }
    for (OutletFeed feed : catalogue.values()) {
      if (!owners.containsKey(feed.id()) && !waiting.containsKey(feed.id())) {
        await(FeedSplit.of(feed));
      }
    }
  }

  @Override
  public void start() {}

  @Override
  public void handleSplitRequest(int reader, @Nullable String host) {}

  @Override
  public void addSplitsBack(List<FeedSplit> splits, int reader) {
    splits.forEach(this::await);
  }

  @Override
  public void addReader(int reader) {
    List<FeedSplit> reported =
        Objects.requireNonNull(context.registeredReaders().get(reader))
            .getReportedSplitsOnRegistration();
    for (FeedSplit split : reported) {
      int owner = owners.getOrDefault(split.splitId(), NOT_REPORTED);
      // A reader that comes back may report what has since moved to another.
      if (owner == NOT_REPORTED || owner == reader) {
        await(split);
      }
    }
    assignWaiting();
  }

  private void await(FeedSplit split) {
    OutletFeed current = catalogue.get(split.splitId());
    owners.remove(split.splitId());
    if (current != null) {
      waiting.put(split.splitId(), new FeedSplit(current, split.state()));
    }
  }

  /** Waits for all readers, because any of them may hold any feed's state. */
  private void assignWaiting() {
    if (context.registeredReaders().size() < context.currentParallelism()) {
      return;
    }
    for (FeedSplit split : List.copyOf(waiting.values())) {
      int reader = readerOf(split.feed());
      context.assignSplit(split, reader);
      owners.put(split.splitId(), reader);
    }
    waiting.clear();
    if (once) {
      context.registeredReaders().keySet().forEach(context::signalNoMoreSplits);
    }
  }

  private int readerOf(OutletFeed feed) {
    String domain = RegistrableDomains.of(feed.url());
    return Math.floorMod(domain.hashCode(), context.currentParallelism());
  }

  @Override
  public PollingEnumeratorState snapshotState(long checkpointId) {
    return new PollingEnumeratorState(owners.keySet(), List.copyOf(waiting.values()));
  }

  @Override
  public void close() {}
}
