// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.polling;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.marsad.model.Intake;
import org.marsad.model.SourceHealth;
import org.marsad.model.SourceState;
import org.marsad.sources.catalogue.OutletFeed;
import org.marsad.sources.network.FetchStep;
import org.marsad.sources.http.FetchOutcome.Refused;
import org.marsad.sources.http.FetchOutcome.Throttled;

/**
 * Ends a poll: decides when the next one is due, and adds the feed's health to its records.
 *
 * @param pollEvery between two polls that succeed
 * @param now when the answer came
 */
record PollReport(OutletFeed feed, Duration pollEvery, Instant now) {
  /** What refused us is asked again once a day. */
  private static final Duration ASK_REFUSER_AGAIN = Duration.ofHours(24);

  StepResult success(FeedState state, int status, int newItems, List<Intake> records) {
    PollHistory history = state.history().afterSuccess(now, now.plus(pollEvery), newItems);
    return report(state.with(history), SourceState.OK, status, null, records);
  }

  /**
   * Of an index of sitemaps, which is read one sitemap a step.
   *
   * @param more whether the next is due at once
   */
  StepResult part(
      FeedState state,
      @Nullable Integer status,
      int newItems,
      List<Intake> records,
      boolean more) {
    Instant due = more ? now : now.plus(pollEvery);
    PollHistory history = state.history().afterSuccess(now, due, newItems);
    return report(state.with(history), SourceState.OK, status, null, records);
  }

  StepResult failing(
      FeedState state, @Nullable Integer status, String message, List<Intake> records) {
    int failures = state.history().consecutiveFailures() + 1;
    Duration delay = Backoff.delay(pollEvery, failures, RandomGenerator.getDefault());
    PollHistory history = state.history().afterFailure(now, now.plus(delay));
    return report(state.with(history), SourceState.FAILING, status, message, records);
  }

  StepResult throttled(FeedState state, Throttled throttled) {
    Instant interval = now.plus(pollEvery);
    Instant due = throttled.until().isAfter(interval) ? throttled.until() : interval;
    PollHistory history = state.history().afterFailure(now, due);
    String message = "the server asks us to wait until " + throttled.until();
    return report(
        state.with(history), SourceState.THROTTLED, throttled.status(), message, List.of());
  }

  StepResult refused(FeedState state, Refused refused) {
    PollHistory history = state.history().afterFailure(now, now.plus(ASK_REFUSER_AGAIN));
    String message = refused.message() + "; asked again once a day";
    return report(state.with(history), SourceState.REFUSED, refused.status(), message, List.of());
  }

  /** Of a network: the next step is due at once as long as there is more. */
  StepResult step(FeedState state, FetchStep step) {
    int items = (int) step.records().stream().filter(record -> record.document() != null).count();
    Instant due = step.more() ? now : now.plus(pollEvery);
    PollHistory history = state.history().afterSuccess(now, due, items);
    return report(state.with(history), SourceState.OK, null, null, step.records());
  }

  /** Of a network: it said how long to stay away, or wants to be asked no more for now. */
  StepResult fault(FeedState state, FetchStep.Fault fault, List<Intake> records) {
    Instant due = fault.until() == null ? now.plus(ASK_REFUSER_AGAIN) : fault.until();
    PollHistory history = state.history().afterFailure(now, due);
    return report(state.with(history), fault.state(), fault.status(), fault.message(), records);
  }

  private StepResult report(
      FeedState state,
      SourceState kind,
      @Nullable Integer status,
      @Nullable String message,
      List<Intake> records) {
    PollHistory history = state.history();
    SourceHealth health =
        new SourceHealth(
            feed.id(),
            feed.outletId(),
            feed.outletName(),
            feed.url().toString(),
            kind,
            status,
            message,
            now,
            history.lastSuccess(),
            history.lastItem(),
            history.nextDue(),
            history.itemsSeen(),
            history.consecutiveFailures());
    List<Intake> all = new ArrayList<>(records);
    all.add(Intake.of(health));
    return StepResult.of(all, state);
  }
}
