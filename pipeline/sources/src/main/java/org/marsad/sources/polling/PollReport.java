// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.polling;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.marsad.model.Intake;
import org.marsad.model.SourceState;
import org.marsad.sources.catalogue.OutletFeed;
import org.marsad.sources.http.FetchOutcome.Refused;
import org.marsad.sources.http.FetchOutcome.Throttled;
import org.marsad.sources.network.FetchStep;

/**
 * Ends a poll: decides when the next one is due, and adds the feed's health to its records.
 *
 * @param now when the answer came
 */
record PollReport(OutletFeed feed, PollingSettings settings, Instant now) {
  /** What refused us is asked again once a day. */
  private static final Duration ASK_REFUSER_AGAIN = Duration.ofHours(24);

  /** For the log, where nothing came back. */
  private static final String NO_ANSWER = "none";

  /**
   * @param cacheFor how long the answer says that it is good for
   */
  StepResult success(
      FeedState state,
      int status,
      PollYield found,
      @Nullable Duration cacheFor,
      List<Intake> records) {
    Pace pace = state.history().pace().after(found, settings);
    Instant due = now.plus(pace.toNext(feed, settings, cacheFor));
    PollHistory history = state.history().afterSuccess(now, due, found.fresh()).at(pace);
    return report(brought(state, found).with(history), SourceState.OK, status, null, records);
  }

  /**
   * Of an index of sitemaps, which is read one sitemap a step.
   *
   * @param more whether the next is due at once
   */
  StepResult part(
      FeedState state, @Nullable Integer status, int newItems, List<Intake> records, boolean more) {
    Instant due = more ? now : now.plus(settings.pollEvery(feed));
    PollHistory history = state.history().afterSuccess(now, due, newItems);
    return report(
        brought(state, PollYield.of(newItems)).with(history),
        SourceState.OK,
        status,
        null,
        records);
  }

  StepResult failing(
      FeedState state, @Nullable Integer status, String message, List<Intake> records) {
    int failures = state.history().consecutiveFailures() + 1;
    Duration delay =
        Backoff.delay(settings.pollEvery(feed), failures, RandomGenerator.getDefault());
    PollHistory history = state.history().afterFailure(now, now.plus(delay));
    return report(state.with(history), SourceState.FAILING, status, message, records);
  }

  StepResult throttled(FeedState state, Throttled throttled) {
    Instant interval = now.plus(settings.pollEvery(feed));
    Instant due = throttled.until().isAfter(interval) ? throttled.until() : interval;
    PollHistory history = state.history().afterFailure(now, due);
    String message =
        throttled.cut()
            ? "the server asks us to stay away for longer than a day; asked again after one, at "
                + throttled.until()
            : "the server asks us to wait until " + throttled.until();
    return report(
        state.with(history), SourceState.THROTTLED, throttled.status(), message, List.of());
  }

  StepResult refused(FeedState state, Refused refused) {
    PollHistory history = state.history().afterFailure(now, now.plus(ASK_REFUSER_AGAIN));
    String message = refused.message() + "; asked again once a day";
    String said = refused.rules() != null ? refused.rules() : "HTTP " + refused.status();
    return report(
        state.with(history).with(state.log().refused(now, said)),
        SourceState.REFUSED,
        refused.status(),
        message,
        List.of());
  }

  /** Of a network: the next step is due at once as long as there is more. */
  StepResult step(FeedState state, FetchStep step) {
    int items = (int) step.records().stream().filter(record -> record.document() != null).count();
    Instant due = step.more() ? now : now.plus(settings.pollEvery(feed));
    PollHistory history = state.history().afterSuccess(now, due, items);
    FeedState after = brought(state, PollYield.of(items)).with(history);
    return report(after, SourceState.OK, null, null, step.records());
  }

  /** Of a network: it said how long to stay away, or wants to be asked no more for now. */
  StepResult fault(FeedState state, FetchStep.Fault fault, List<Intake> records) {
    Instant due = fault.until() == null ? now.plus(ASK_REFUSER_AGAIN) : fault.until();
    FeedState after = state.with(state.history().afterFailure(now, due));
    if (fault.state() == SourceState.REFUSED) {
      after = after.with(after.log().refused(now, fault.message()));
    }
    return report(after, fault.state(), fault.status(), fault.message(), records);
  }

  /** What a first poll brings is the feed's stock, which says nothing of its rate. */
  private FeedState brought(FeedState state, PollYield found) {
    boolean first = state.history().lastSuccess() == null;
    return state.with(state.log().brought(now, found, first));
  }

  private StepResult report(
      FeedState state,
      SourceState kind,
      @Nullable Integer status,
      @Nullable String message,
      List<Intake> records) {
    String said = status != null ? status.toString() : null;
    boolean unanswered = kind == SourceState.FAILING && status == null;
    FeedState logged = state.with(state.log().asked(now, unanswered ? NO_ANSWER : said, records));
    List<Intake> all = new ArrayList<>(records);
    all.add(Intake.of(FeedHealth.of(feed, logged, kind, status, message, now)));
    return StepResult.of(all, logged);
  }
}
