// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.polling;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.marsad.model.Intake;
import org.marsad.model.MovableClock;
import org.marsad.model.Pseudonyms;
import org.marsad.model.RawDocument;
import org.marsad.model.Rejection;
import org.marsad.model.SourceHealth;
import org.marsad.sources.catalogue.OutletFeed;
import org.marsad.sources.http.HttpLimits;
import org.marsad.sources.http.LoopbackSite;
import org.marsad.sources.http.PoliteClient;

/** Feeds over many polls, against a real site and with a clock of our own. */
abstract class FeedFixture {
  final LoopbackSite site = new LoopbackSite();
  final MovableClock clock = new MovableClock(States.NOW);
  final PollingSettings settings;
  final List<Intake> records = new ArrayList<>();
  private final PoliteClient client;
  private FeedState lastState = FeedState.NEW;

  FeedFixture() {
    this(Feeds.settings());
  }

  FeedFixture(PollingSettings settings) {
    this.settings = settings;
    client =
        new PoliteClient(
            settings.userAgent(),
            HttpLimits.of(settings.maxBodyBytes(), settings.requestTimeout()),
            clock);
  }

  @AfterEach
  void close() throws IOException {
    client.close();
    site.close();
  }

  String url(String path) {
    return site.url(path).toString();
  }

  void page(String path) {
    site.with(path, "text/html", "<p>" + path + "</p>");
  }

  FollowedFeed follow(OutletFeed feed) {
    RawDocuments documents = new RawDocuments(new Pseudonyms(Feeds.KEY));
    FeedPoller poller = new FeedPoller(client, new NewItems(documents), settings, clock);
    return new FollowedFeed(
        FeedSplit.of(feed),
        (state, knownElsewhere) -> poller.poll(feed, state, knownElsewhere),
        new PageFetcher(client, documents, settings, clock, PageFetcher.MAX_ATTEMPTS),
        false,
        clock);
  }

  FeedEvent step(FollowedFeed feed) throws InterruptedException {
    FeedEvent event = feed.step(key -> false);
    records.addAll(event.records());
    lastState = event.after();
    return event;
  }

  /** Steps until nothing more is due now. */
  void settle(FollowedFeed feed) throws InterruptedException {
    while (!feed.due().isAfter(clock.instant())) {
      step(feed);
    }
  }

  /** Up to the next poll, and what it brings; other looks on the way are taken. */
  void nextPoll(FollowedFeed feed) throws InterruptedException {
    int polls = health().size();
    do {
      clock.move(Duration.between(clock.instant(), feed.due()));
      settle(feed);
    } while (health().size() == polls);
  }

  /** All that is due up to so long after the start. */
  void until(FollowedFeed feed, Duration sinceStart) throws InterruptedException {
    Instant end = States.NOW.plus(sinceStart);
    while (!feed.due().isAfter(end)) {
      clock.move(Duration.between(clock.instant(), feed.due()));
      settle(feed);
    }
  }

  FeedState lastState() {
    return lastState;
  }

  List<RawDocument> documents() {
    return records.stream().map(Intake::document).filter(Objects::nonNull).toList();
  }

  List<Rejection> rejections() {
    return records.stream().map(Intake::rejection).filter(Objects::nonNull).toList();
  }

  SourceHealth lastHealth() {
    List<SourceHealth> all = health();
    return all.get(all.size() - 1);
  }

  private List<SourceHealth> health() {
    return records.stream().map(Intake::health).filter(Objects::nonNull).toList();
  }
}
