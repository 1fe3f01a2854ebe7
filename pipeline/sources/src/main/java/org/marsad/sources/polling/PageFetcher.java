// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.polling;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.marsad.model.Intake;
import org.marsad.model.Provenance;
import org.marsad.model.RawDocument;
import org.marsad.model.Rejection;
import org.marsad.model.Stage;
import org.marsad.model.net.AddressPolicy;
import org.marsad.sources.catalogue.OutletFeed;
import org.marsad.sources.feed.FeedItem;
import org.marsad.sources.http.FailureKind;
import org.marsad.sources.http.FetchOutcome;
import org.marsad.sources.http.FetchOutcome.Failed;
import org.marsad.sources.http.FetchOutcome.Fetched;
import org.marsad.sources.http.FetchOutcome.Refused;
import org.marsad.sources.http.FetchOutcome.Throttled;
import org.marsad.sources.http.FetchRequest;
import org.marsad.sources.http.PoliteClient;
import org.marsad.sources.http.RobotName;
import org.marsad.sources.http.RobotsDirectives;

/**
 * Fetches the page of one pending item. A failure that may pass is tried again at the next polls,
 * three times in all. Where the page cannot be had, the full text in the feed takes its place;
 * where there is none, the item is rejected.
 */
final class PageFetcher {
  static final int MAX_ATTEMPTS = 3;

  private final PoliteClient client;
  private final RawDocuments documents;
  private final PollingSettings settings;
  private final Clock clock;
  private final int maxAttempts;
  private final String robotName;

  /**
   * @param maxAttempts 1 where there is no next poll
   */
  PageFetcher(
      PoliteClient client,
      RawDocuments documents,
      PollingSettings settings,
      Clock clock,
      int maxAttempts) {
    this.client = client;
    this.documents = documents;
    this.settings = settings;
    this.clock = clock;
    this.maxAttempts = maxAttempts;
    this.robotName = RobotName.of(settings.userAgent());
  }

  StepResult fetch(OutletFeed feed, FeedState state, PendingItem pending)
      throws InterruptedException {
    FetchOutcome outcome = outcome(feed, pending.item());
    Instant now = clock.instant();
    StepResult result = result(feed, state, pending, outcome, now);
    FeedLog log = result.after().log().asked(now, status(outcome), result.records());
    return new StepResult(result.records(), result.after().with(log), result.pause());
  }

  private StepResult result(
      OutletFeed feed, FeedState state, PendingItem pending, FetchOutcome outcome, Instant now) {
    if (outcome instanceof Fetched page) {
      List<Intake> records = new ArrayList<>();
      Intake article = read(feed, pending.item(), page, now);
      records.add(article);
      if (article.document() != null) {
        records.addAll(documents.comments().of(feed, page, now));
      }
      return StepResult.of(records, state.done(pending));
    }
    if (outcome instanceof Throttled throttled && maxAttempts > 1) {
      PollHistory history = state.history().notBefore(throttled.until());
      return new StepResult(List.of(), state.with(history), true);
    }
    if (mayPass(outcome) && pending.attempts() + 1 < maxAttempts) {
      return StepResult.of(List.of(), state.retryLater(pending));
    }
    return StepResult.of(
        List.of(withoutPage(feed, state, pending, FetchFault.of(outcome), now)),
        state.done(pending));
  }

  private Intake read(OutletFeed feed, FeedItem item, Fetched page, Instant now) {
    RobotsDirectives directives = RobotsDirectives.of(page, robotName);
    if (directives.noIndex()) {
      String message = "the page says noindex to robots; it is left alone";
      return rejection(feed, item, new FetchFault("robots-noindex", message), now);
    }
    RawDocument article = documents.article(feed, item, page, now);
    if (!directives.noArchive()) {
      return Intake.of(article);
    }
    String sha256 = BodyHash.of(page.body());
    return Intake.of(
        article.withProvenance(new Provenance(sha256, null, null, Provenance.Robots.NO_ARCHIVE)));
  }

  private FetchOutcome outcome(OutletFeed feed, FeedItem item) throws InterruptedException {
    if (item.link() == null) {
      return new Failed(FailureKind.BAD_URL, null, "the item has no link");
    }
    AddressPolicy addresses = AddressPolicy.forConfigured(feed.url());
    return client.fetch(
        FetchRequest.of(URI.create(item.link()), settings.minDelay(feed), addresses));
  }

  /** Of an article that is there already, the feed's text would pass for an edit. */
  private Intake withoutPage(
      OutletFeed feed, FeedState state, PendingItem pending, FetchFault fault, Instant now) {
    FeedItem item = pending.item();
    if (item.contentHtml() != null && !state.seen().contains(pending.key())) {
      return Intake.of(documents.articleFromFeed(feed, item, item.contentHtml(), now));
    }
    return rejection(feed, item, fault, now);
  }

  private static Intake rejection(OutletFeed feed, FeedItem item, FetchFault fault, Instant now) {
    String reference = item.link() == null ? feed.url() + " " + item.guid() : item.link();
    return Intake.of(
        new Rejection(
            feed.outletId(), Stage.FETCH, fault.reason(), fault.message(), reference, now));
  }

  /** As the log counts it; null where nothing was sent. */
  private static @Nullable String status(FetchOutcome outcome) {
    if (outcome instanceof Fetched page) {
      return String.valueOf(page.status());
    }
    Integer status = null;
    if (outcome instanceof Refused refused) {
      status = refused.status();
    } else if (outcome instanceof Throttled throttled) {
      status = throttled.status();
    } else if (outcome instanceof Failed failed) {
      status = failed.status();
      if (status == null && failed.kind() != FailureKind.BAD_URL) {
        return "none";
      }
    }
    return status == null ? null : status.toString();
  }

  private static boolean mayPass(FetchOutcome outcome) {
    return outcome instanceof Failed failed && failed.kind().retryable();
  }
}
