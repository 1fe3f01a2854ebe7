// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.polling;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.marsad.model.Intake;
import org.marsad.model.Rejection;
import org.marsad.model.Stage;
import org.marsad.model.net.AddressPolicy;
import org.marsad.sources.catalogue.OutletFeed;
import org.marsad.sources.feed.FeedItem;
import org.marsad.sources.http.FailureKind;
import org.marsad.sources.http.FetchOutcome;
import org.marsad.sources.http.FetchOutcome.Failed;
import org.marsad.sources.http.FetchOutcome.Fetched;
import org.marsad.sources.http.FetchOutcome.Throttled;
import org.marsad.sources.http.FetchRequest;
import org.marsad.sources.http.PoliteClient;

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
  }

  StepResult fetch(OutletFeed feed, FeedState state, PendingItem pending)
      throws InterruptedException {
    FetchOutcome outcome = outcome(feed, pending.item());
    Instant now = clock.instant();
    if (outcome instanceof Fetched page) {
      List<Intake> records = new ArrayList<>();
      records.add(Intake.of(documents.article(feed, pending.item(), page, now)));
      records.addAll(documents.comments().of(feed, page, now));
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
        List.of(withoutPage(feed, pending.item(), FetchFault.of(outcome), now)), state.done(pending));
  }

  private FetchOutcome outcome(OutletFeed feed, FeedItem item) throws InterruptedException {
    if (item.link() == null) {
      return new Failed(FailureKind.BAD_URL, null, "the item has no link");
    }
    AddressPolicy addresses = AddressPolicy.forConfigured(feed.url());
    return client.fetch(
        FetchRequest.of(URI.create(item.link()), settings.minDelay(feed), addresses));
  }

  private Intake withoutPage(OutletFeed feed, FeedItem item, FetchFault fault, Instant now) {
    if (item.contentHtml() != null) {
      return Intake.of(documents.articleFromFeed(feed, item, item.contentHtml(), now));
    }
    String reference = item.link() == null ? feed.url() + " " + item.guid() : item.link();
    return Intake.of(
        new Rejection(
            feed.outletId(), Stage.FETCH, fault.reason(), fault.message(), reference, now));
  }

  private static boolean mayPass(FetchOutcome outcome) {
    return outcome instanceof Failed failed && failed.kind().retryable();
  }
}
