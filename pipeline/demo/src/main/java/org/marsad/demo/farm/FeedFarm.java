// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.demo.farm;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

/** Many hosts with feeds, on loopback only. */
public final class FeedFarm implements AutoCloseable {
  private static final int ODD = 31;

  /** Requests are spaced out where they start; on a busy machine they may come closer. */
  private static final Duration ON_THE_WAY = Duration.ofMillis(250);

  private final Size size;
  private final Clock clock = Clock.systemUTC();
  private final ExecutorService threads = Executors.newCachedThreadPool(FeedFarm::daemon);
  private final List<FarmHost> hosts = new ArrayList<>();
  private final List<FarmFeed> feeds = new ArrayList<>();
  private volatile Instant calmSince = Instant.MAX;

  /**
   * How large a farm is, and how fast.
   *
   * @param itemEvery between two items of one feed
   * @param pollEvery how often each feed asks to be polled
   * @param minDelay between two requests to one host
   */
  public record Size(
      int hosts, int feeds, Duration itemEvery, Duration pollEvery, Duration minDelay, long seed) {
    public Size {
      if (hosts < 1 || feeds < hosts) {
        throw new IllegalArgumentException("a farm has at least one host, and a feed for each");
      }
    }
  }

  /**
   * How the hosts were treated.
   *
   * @param tooClose pairs of requests that came closer to each other than the host's limit
   * @param pollGaps the times between two polls of a feed, shortest first
   */
  public record Treatment(long feedRequests, long pages, long tooClose, List<Duration> pollGaps) {}

  private FeedFarm(Size size) {
    this.size = size;
  }

  public static FeedFarm start(Size size) throws IOException {
    FeedFarm farm = new FeedFarm(size);
    try {
      farm.open();
      return farm;
    } catch (IOException | RuntimeException e) {
      farm.close();
      throw e;
    }
  }

  private void open() throws IOException {
    for (int i = 0; i < size.hosts(); i++) {
      Manner manner = Manner.of(i);
      hosts.add(new FarmHost(manner, size.seed() + i, threads, this::isCalm, this::publishedUntil));
    }
    Instant start = clock.instant();
    for (int i = 0; i < size.feeds(); i++) {
      FarmHost host = hosts.get(i % hosts.size());
      Instant first = start.plusMillis(i * (long) ODD % size.itemEvery().toMillis());
      FarmFeed feed = new FarmFeed(i, host.origin(), first, size.itemEvery(), size.seed());
      host.add(feed);
      feeds.add(feed);
    }
    hosts.forEach(FarmHost::start);
  }

  /** From now on nothing goes wrong, and nothing new is published. */
  public void calm() {
    calmSince = clock.instant();
  }

  private boolean isCalm() {
    return calmSince != Instant.MAX;
  }

  private Instant publishedUntil() {
    Instant now = clock.instant();
    return now.isBefore(calmSince) ? now : calmSince;
  }

  /** All that was published so far. */
  public List<FarmItem> items() {
    Instant until = publishedUntil();
    return feeds.stream().flatMap(feed -> feed.published(until).stream()).toList();
  }

  public Treatment treatment() {
    return new Treatment(
        hosts.stream().mapToLong(host -> host.log().count("/feed/")).sum(),
        hosts.stream().mapToLong(FeedFarm::pages).sum(),
        hosts.stream().mapToLong(this::tooClose).sum(),
        IntStream.range(0, feeds.size()).boxed().flatMap(i -> gaps(i).stream()).sorted().toList());
  }

  private static long pages(FarmHost host) {
    return host.log().count("/news/") + host.log().count("/private/");
  }

  private long tooClose(FarmHost host) {
    Duration crawlDelay = host.manner().crawlDelay();
    Duration limit = crawlDelay.compareTo(size.minDelay()) > 0 ? crawlDelay : size.minDelay();
    return host.log().closerThan(limit.minus(ON_THE_WAY));
  }

  private List<Duration> gaps(int feed) {
    return hosts.get(feed % hosts.size()).log().gaps(feeds.get(feed).path());
  }

  /** Writes the catalogue by which the job finds the feeds, and returns the file. */
  public Path writeCatalogue(Path file) throws IOException {
    List<Map<String, Object>> outlets = new ArrayList<>();
    for (int i = 0; i < hosts.size(); i++) {
      outlets.add(outlet(i));
    }
    YAMLFactory yaml = new YAMLFactory();
    new ObjectMapper(yaml).writeValue(file.toFile(), Map.of("outlets", outlets));
    return file;
  }

  private Map<String, Object> outlet(int host) {
    Map<String, Object> outlet = new LinkedHashMap<>();
    outlet.put("id", "farm-" + host);
    outlet.put("name", "Farm " + host);
    outlet.put("language", List.of("fr", "ar"));
    outlet.put("home", hosts.get(host).origin() + "/");
    outlet.put("region", "national");
    outlet.put("kind", "news-site");
    outlet.put("status", "seen-ok");
    outlet.put("fictional", true);
    outlet.put("min-delay", size.minDelay().toMillis() + "ms");
    outlet.put(
        "feeds",
        IntStream.iterate(host, i -> i < feeds.size(), i -> i + hosts.size())
            .mapToObj(i -> feed(feeds.get(i)))
            .toList());
    return outlet;
  }

  private Map<String, Object> feed(FarmFeed feed) {
    return Map.of("url", feed.url(), "poll-every", size.pollEvery().toMillis() + "ms");
  }

  private static Thread daemon(Runnable task) {
    Thread thread = new Thread(task, "feed-farm");
    thread.setDaemon(true);
    return thread;
  }

  @Override
  public void close() {
    hosts.forEach(FarmHost::close);
    threads.shutdownNow();
  }
}
