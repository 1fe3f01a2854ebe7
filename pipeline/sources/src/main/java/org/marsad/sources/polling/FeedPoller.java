// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.polling;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.marsad.model.Intake;
import org.marsad.model.Rejection;
import org.marsad.model.Stage;
import org.marsad.model.net.AddressPolicy;
import org.marsad.sources.catalogue.OutletFeed;
import org.marsad.sources.feed.FeedResult;
import org.marsad.sources.http.FetchOutcome;
import org.marsad.sources.http.FetchOutcome.Failed;
import org.marsad.sources.http.FetchOutcome.Fetched;
import org.marsad.sources.http.FetchOutcome.NotModified;
import org.marsad.sources.http.FetchOutcome.Refused;
import org.marsad.sources.http.FetchOutcome.Throttled;
import org.marsad.sources.http.FetchOutcome.TooLarge;
import org.marsad.sources.http.FetchRequest;
import org.marsad.sources.http.Freshness;
import org.marsad.sources.http.PoliteClient;
import org.marsad.sources.listing.ListingReader;

/** Polls a feed once: asks for it, finds what is new, and reports the feed's health. */
final class FeedPoller {
  private final PoliteClient client;
  private final NewItems newItems;
  private final PollingSettings settings;
  private final Clock clock;
  private final ChildSitemaps sitemaps;

  FeedPoller(PoliteClient client, NewItems newItems, PollingSettings settings, Clock clock) {
    this.client = client;
    this.newItems = newItems;
    this.settings = settings;
    this.clock = clock;
    this.sitemaps = new ChildSitemaps(client, newItems, settings, clock);
  }

  /**
   * @param knownElsewhere the keys that another feed of the domain has taken on
   */
  StepResult poll(OutletFeed feed, FeedState state, Predicate<String> knownElsewhere)
      throws InterruptedException {
    if (ChildSitemaps.waiting(feed, state)) {
      return sitemaps.next(feed, state, knownElsewhere);
    }
    FetchRequest request = request(feed, state);
    FetchOutcome outcome = client.fetch(request);
    PollReport report = new PollReport(feed, settings, clock.instant());
    if (outcome instanceof Fetched answer) {
      return read(report, state, answer, knownElsewhere);
    }
    if (outcome instanceof NotModified answer) {
      return unchanged(report, state, request, answer);
    }
    if (outcome instanceof Throttled throttled) {
      return report.throttled(state, throttled);
    }
    if (outcome instanceof Refused refused) {
      return report.refused(state, refused);
    }
    if (outcome instanceof TooLarge tooLarge) {
      FetchFault fault = FetchFault.of(tooLarge);
      Rejection rejection = rejection(report, Stage.FETCH, fault.reason(), fault.message());
      return report.failing(state, null, fault.message(), List.of(Intake.of(rejection)));
    }
    Failed failed = (Failed) outcome;
    return report.failing(state, failed.status(), FetchFault.of(failed).message(), List.of());
  }

  private static StepResult unchanged(
      PollReport report, FeedState state, FetchRequest request, NotModified answer) {
    if (request.etag() == null && request.lastModified() == null) {
      String message =
          "the server answers 304 (unchanged) although it was asked for the whole feed;"
              + " tell the outlet";
      return report.failing(state, 304, message, List.of());
    }
    Duration cacheFor = Freshness.of(answer.headers(), report.now());
    return report.success(state, 304, PollYield.UNCHANGED, cacheFor, List.of());
  }

  private FetchRequest request(OutletFeed feed, FeedState state) {
    boolean conditional = state.validators().usable(clock.instant());
    Validators validators = conditional ? state.validators() : Validators.NONE;
    return new FetchRequest(
        feed.url(),
        validators.etag(),
        validators.lastModified(),
        settings.minDelay(feed),
        AddressPolicy.forConfigured(feed.url()));
  }

  private StepResult read(
      PollReport report, FeedState state, Fetched answer, Predicate<String> knownElsewhere) {
    Duration cacheFor = Freshness.of(answer.headers(), report.now());
    String hash = BodyHash.of(answer.body());
    FeedState answered = state.with(state.validators().after(answer, hash, report.now()));
    if (hash.equals(state.validators().bodyHash())) {
      return report.success(answered, answer.status(), PollYield.UNCHANGED, cacheFor, List.of());
    }
    FeedResult result =
        ListingReader.of(report.feed().form()).read(answer, report.feed(), report.now());
    if (result instanceof FeedResult.Unreadable unreadable) {
      FeedResult.Fault fault = unreadable.fault();
      Rejection rejection = rejection(report, Stage.PARSE, fault.reason(), fault.message());
      // The old validators stay, so that "unchanged" never makes a broken feed look well.
      return report.failing(state, answer.status(), fault.message(), List.of(Intake.of(rejection)));
    }
    if (result instanceof FeedResult.Index index) {
      List<Intake> losses = Losses.of(report, index.losses(), report.feed().url());
      return sitemaps.begin(report, answered, answer.status(), index, losses);
    }
    FeedResult.Feed read = (FeedResult.Feed) result;
    NewItems.Found found = newItems.in(report, answered, read.items(), knownElsewhere);
    List<Intake> records = new ArrayList<>(found.records());
    records.addAll(Losses.of(report, read.losses(), report.feed().url()));
    if (read.cut()) {
      records.add(Intake.of(incomplete(report)));
    }
    PollYield yield =
        new PollYield(true, read.items().size(), found.fresh(), found.duplicates(), read.hints());
    return report.success(found.after(), answer.status(), yield, cacheFor, records);
  }

  private static Rejection incomplete(PollReport report) {
    return rejection(
        report,
        Stage.PARSE,
        "incomplete-item",
        "the feed breaks off inside an item, which is left out until it comes whole;"
            + " tell the outlet");
  }

  private static Rejection rejection(
      PollReport report, Stage stage, String reason, String message) {
    OutletFeed feed = report.feed();
    return new Rejection(
        feed.outletId(), stage, reason, message, feed.url().toString(), report.now());
  }
}
