// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.polling;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.marsad.model.Intake;
import org.marsad.model.Rejection;
import org.marsad.model.Stage;
import org.marsad.model.net.AddressPolicy;
import org.marsad.sources.catalogue.FeedForm;
import org.marsad.sources.catalogue.FormOptions;
import org.marsad.sources.catalogue.OutletFeed;
import org.marsad.sources.feed.FeedResult;
import org.marsad.sources.http.FetchOutcome;
import org.marsad.sources.http.FetchOutcome.Fetched;
import org.marsad.sources.http.FetchOutcome.Throttled;
import org.marsad.sources.http.FetchRequest;
import org.marsad.sources.http.PoliteClient;
import org.marsad.sources.listing.ListingReader;

/**
 * Reads the sitemaps of an index, one a step. One that cannot be had or read is a rejection; the
 * others go on.
 */
final class ChildSitemaps {
  private final PoliteClient client;
  private final NewItems newItems;
  private final PollingSettings settings;
  private final Clock clock;

  ChildSitemaps(PoliteClient client, NewItems newItems, PollingSettings settings, Clock clock) {
    this.client = client;
    this.newItems = newItems;
    this.settings = settings;
    this.clock = clock;
  }

  /** Whether a round is under way. */
  static boolean waiting(OutletFeed feed, FeedState state) {
    return feed.form() == FeedForm.SITEMAP && !SitemapRound.of(state.cursor()).queue().isEmpty();
  }

  /** The index itself was read. Its validators go: its sitemaps change while it does not. */
  StepResult begin(
      PollReport report, FeedState state, int status, FeedResult.Index index, List<Intake> losses) {
    OutletFeed feed = report.feed();
    SitemapRound round =
        SitemapRound.of(state.cursor())
            .begun(index.children(), feed.url(), FormOptions.maxAge(feed), report.now());
    return step(report, state.with(Validators.NONE), round, status, 0, losses);
  }

  StepResult next(OutletFeed feed, FeedState state, Predicate<String> knownElsewhere)
      throws InterruptedException {
    SitemapRound round = SitemapRound.of(state.cursor());
    SitemapRound.Waiting sitemap = round.queue().get(0);
    FetchOutcome outcome =
        client.fetch(
            FetchRequest.of(
                sitemap.url(), settings.minDelay(feed), AddressPolicy.forConfigured(feed.url())));
    PollReport report = new PollReport(feed, settings, clock.instant());
    if (outcome instanceof Throttled throttled) {
      return report.throttled(state, throttled);
    }
    if (!(outcome instanceof Fetched answer)) {
      FetchFault fault = FetchFault.of(outcome);
      return without(report, state, round, Stage.FETCH, fault.reason(), fault.message());
    }
    FeedResult result = ListingReader.of(FeedForm.SITEMAP).read(answer, feed, report.now());
    if (result instanceof FeedResult.Unreadable unreadable) {
      FeedResult.Fault fault = unreadable.fault();
      return without(report, state, round, Stage.PARSE, fault.reason(), fault.message());
    }
    if (result instanceof FeedResult.Index index) {
      return deeper(report, state, round, answer.status(), index);
    }
    FeedResult.Feed read = (FeedResult.Feed) result;
    NewItems.Found found = newItems.in(report, state, read.items(), knownElsewhere);
    List<Intake> records = new ArrayList<>(found.records());
    records.addAll(Losses.of(report, read.losses(), sitemap.url()));
    SitemapRound after = round.read(report.now());
    return step(report, found.after(), after, answer.status(), found.fresh(), records);
  }

  private static StepResult deeper(
      PollReport report, FeedState state, SitemapRound round, int status, FeedResult.Index index) {
    SitemapRound.Waiting sitemap = round.queue().get(0);
    if (sitemap.depth() >= SitemapRound.DEEPEST) {
      return without(
          report,
          state,
          round.read(report.now()),
          sitemap,
          Stage.PARSE,
          "sitemap-too-deep",
          "an index within an index within an index is not followed; give one of the inner ones");
    }
    SitemapRound after =
        round
            .read(report.now())
            .joined(
                index.children(),
                report.feed().url(),
                sitemap.depth() + 1,
                FormOptions.maxAge(report.feed()),
                report.now());
    return step(report, state, after, status, 0, Losses.of(report, index.losses(), sitemap.url()));
  }

  private static StepResult without(
      PollReport report,
      FeedState state,
      SitemapRound round,
      Stage stage,
      String reason,
      String message) {
    return without(report, state, round.skipped(), round.queue().get(0), stage, reason, message);
  }

  private static StepResult without(
      PollReport report,
      FeedState state,
      SitemapRound after,
      SitemapRound.Waiting sitemap,
      Stage stage,
      String reason,
      String message) {
    Rejection rejection =
        new Rejection(
            report.feed().outletId(),
            stage,
            reason,
            message,
            sitemap.url().toString(),
            report.now());
    return step(report, state, after, null, 0, List.of(Intake.of(rejection)));
  }

  private static StepResult step(
      PollReport report,
      FeedState state,
      SitemapRound round,
      @Nullable Integer status,
      int count,
      List<Intake> records) {
    return report.part(state.at(round.cursor()), status, count, records, !round.queue().isEmpty());
  }
}
