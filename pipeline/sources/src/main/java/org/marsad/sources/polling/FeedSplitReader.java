// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.polling;

import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.flink.connector.base.source.reader.RecordsBySplits;
import org.apache.flink.connector.base.source.reader.RecordsWithSplitIds;
import org.apache.flink.connector.base.source.reader.splitreader.SplitReader;
import org.apache.flink.connector.base.source.reader.splitreader.SplitsAddition;
import org.apache.flink.connector.base.source.reader.splitreader.SplitsChange;
import org.jspecify.annotations.Nullable;
import org.marsad.model.Pseudonyms;
import org.marsad.sources.catalogue.OutletFeed;
import org.marsad.sources.http.FetchMeter;
import org.marsad.sources.http.HttpLimits;
import org.marsad.sources.http.PoliteClient;
import org.marsad.sources.http.RegistrableDomains;
import org.marsad.sources.network.FetchContext;
import org.marsad.sources.network.Fetcher;
import org.marsad.sources.network.Keys;
import org.marsad.sources.network.registry.Networks;

/**
 * Follows the feeds assigned to one reader. Workers put what they fetch into a short queue, from
 * which Flink's fetcher thread takes it; when the job is slower than the outlets, the workers wait.
 */
final class FeedSplitReader implements SplitReader<FeedEvent, FeedSplit> {
  /** Bounds memory: each event may hold a whole page. */
  private static final int QUEUE_LENGTH = 32;

  /** Makes a waiting fetch return. */
  private static final FeedEvent WAKE_UP = new FeedEvent("", List.of(), FeedState.NEW, false);

  private final BlockingQueue<FeedEvent> events = new ArrayBlockingQueue<>(QUEUE_LENGTH);
  private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
  private final Map<String, DomainQueue> domains = new HashMap<>();
  private final ScheduledExecutorService timer;
  private final ExecutorService workers;
  private final PoliteClient client;
  private final Clock clock = Clock.systemUTC();
  private final FeedPoller poller;
  private final PageFetcher pages;
  private final boolean once;
  private final boolean given;
  private final PollingSettings settings;
  private final Pseudonyms pseudonyms;
  private final NetworkPoller networks;
  private final List<Fetcher> fetchers = new ArrayList<>();

  /**
   * @param given whether the items are given, and so no feed is asked
   * @param meter counts the requests
   */
  FeedSplitReader(
      PollingSettings settings,
      byte[] pseudonymKey,
      boolean once,
      boolean given,
      FetchMeter meter) {
    this.once = once;
    this.given = given;
    this.settings = settings;
    timer = Executors.newSingleThreadScheduledExecutor(task -> daemon(task, "polling-timer"));
    workers =
        Executors.newFixedThreadPool(settings.threads(), task -> daemon(task, "polling-worker"));
    client =
        new PoliteClient(
            settings.userAgent(),
            HttpLimits.of(settings.maxBodyBytes(), settings.requestTimeout()),
            clock,
            meter);
    pseudonyms = new Pseudonyms(pseudonymKey);
    networks = new NetworkPoller(settings, clock);
    RawDocuments documents = new RawDocuments(pseudonyms);
    poller = new FeedPoller(client, new NewItems(documents), settings, clock);
    int maxAttempts = once && !given ? 1 : PageFetcher.MAX_ATTEMPTS;
    pages = new PageFetcher(client, documents, settings, clock, maxAttempts);
  }

  @Override
  public RecordsWithSplitIds<FeedEvent> fetch() throws IOException {
    RecordsBySplits.Builder<FeedEvent> batch = new RecordsBySplits.Builder<>();
    List<FeedEvent> taken = new ArrayList<>();
    try {
      taken.add(events.take());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return batch.build();
    }
    Throwable fault = failure.get();
    if (fault != null) {
      throw new IOException("a feed's worker failed", fault);
    }
    events.drainTo(taken);
    for (FeedEvent event : taken) {
      if (event == WAKE_UP) {
        continue;
      }
      batch.add(event.splitId(), event);
      if (event.last()) {
        batch.addFinishedSplit(event.splitId());
      }
    }
    return batch.build();
  }

  @Override
  public void handleSplitsChanges(SplitsChange<FeedSplit> change) {
    if (!(change instanceof SplitsAddition)) {
      throw new UnsupportedOperationException("feeds are only ever added: " + change);
    }
    for (FeedSplit split : change.splits()) {
      FollowedFeed feed = new FollowedFeed(split, poller(split.feed()), pages, once, clock);
      String domain = RegistrableDomains.of(split.feed().url());
      timer.execute(() -> domains.computeIfAbsent(domain, this::queue).add(feed));
    }
  }

  private FollowedFeed.Poller poller(OutletFeed feed) {
    if (given) {
      return new GivenItems(clock);
    }
    if (!feed.form().isNetwork()) {
      return (state, knownElsewhere) -> poller.poll(feed, state, knownElsewhere);
    }
    Fetcher fetcher =
        Networks.open(
            feed,
            new FetchContext(
                client,
                pseudonyms,
                Keys.ofEnvironment(),
                clock,
                settings.minDelay(feed),
                settings.userAgent()));
    fetchers.add(fetcher);
    return (state, knownElsewhere) -> networks.poll(feed, state, fetcher);
  }

  private DomainQueue queue(String domain) {
    return new DomainQueue(timer, workers, client, clock, events::put, this::fail);
  }

  private void fail(Throwable fault) {
    failure.compareAndSet(null, fault);
    wakeUp();
  }

  /** A queue with no room left wakes the fetch by itself. */
  @Override
  public void wakeUp() {
    boolean ignored = events.offer(WAKE_UP);
  }

  private static Thread daemon(Runnable task, String name) {
    Thread thread = new Thread(task, name);
    thread.setDaemon(true);
    return thread;
  }

  @Override
  public void close() throws IOException {
    timer.shutdownNow();
    workers.shutdownNow();
    fetchers.forEach(Fetcher::close);
    client.close();
  }
}
