// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.polling;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.marsad.model.Intake;
import org.marsad.model.net.AddressPolicy;
import org.marsad.sources.catalogue.OutletFeed;
import org.marsad.sources.feed.FeedItem;
import org.marsad.sources.http.FailureKind;
import org.marsad.sources.http.FetchOutcome;
import org.marsad.sources.http.FetchOutcome.Failed;
import org.marsad.sources.http.FetchOutcome.Fetched;
import org.marsad.sources.http.FetchOutcome.NotModified;
import org.marsad.sources.http.FetchOutcome.Refused;
import org.marsad.sources.http.FetchOutcome.Throttled;
import org.marsad.sources.http.FetchRequest;
import org.marsad.sources.http.PoliteClient;
import org.marsad.sources.http.RobotName;

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
  private final PageReader reader;
  private final PageRevisits revisits;

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
    this.reader = new PageReader(documents, RobotName.of(settings.userAgent()));
    this.revisits = new PageRevisits(client, reader, settings, clock);
  }

  StepResult fetch(OutletFeed feed, FeedState state, PendingItem pending)
      throws InterruptedException {
    FetchOutcome outcome = outcome(feed, pending.item());
    Instant now = clock.instant();
    StepResult result = result(feed, state, pending, outcome, now);
    FeedLog log = result.after().log().asked(now, status(outcome), result.records());
    return new StepResult(result.records(), result.after().with(log), result.pause());
  }

  /** Looks at an article again. */
  StepResult revisit(OutletFeed feed, FeedState state, Revisit visit) throws InterruptedException {
    return revisits.visit(feed, state, visit);
  }

  private StepResult result(
      OutletFeed feed, FeedState state, PendingItem pending, FetchOutcome outcome, Instant now) {
    if (outcome instanceof Fetched page) {
      List<Intake> records = reader.read(feed, pending.item(), page, now);
      boolean taken = records.get(0).document() != null;
      FeedState done = state.done(pending);
      return StepResult.of(
          records, taken ? PageRevisits.planned(feed, done, pending, page, now) : done);
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
    return PageReader.rejection(feed, item, fault, now);
  }

  /** As the log counts it; null where nothing was sent. */
  static @Nullable String status(FetchOutcome outcome) {
    if (outcome instanceof Fetched page) {
      return String.valueOf(page.status());
    }
    if (outcome instanceof NotModified) {
      return "304";
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
