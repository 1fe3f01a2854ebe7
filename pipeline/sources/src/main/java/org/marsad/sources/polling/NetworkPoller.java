// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.polling;

import java.time.Clock;
import java.time.Instant;
import org.marsad.model.SourceState;
import org.marsad.sources.catalogue.OutletFeed;
import org.marsad.sources.network.FetchStep;
import org.marsad.sources.network.Fetcher;

/** Takes one step of a network, and reports the stream's health. */
final class NetworkPoller {
  private final PollingSettings settings;
  private final Clock clock;

  NetworkPoller(PollingSettings settings, Clock clock) {
    this.settings = settings;
    this.clock = clock;
  }

  StepResult poll(OutletFeed feed, FeedState state, Fetcher fetcher) throws InterruptedException {
    FetchStep step = fetcher.fetch(state.cursor());
    PollReport report = new PollReport(feed, settings, clock.instant());
    FeedState after = state.at(step.cursor());
    FetchStep.Fault fault = step.fault();
    if (fault == null) {
      return report.step(after, step);
    }
    return fault.state() == SourceState.FAILING && fault.until() == null
        ? report.failing(after, fault.status(), fault.message(), step.records())
        : report.fault(after, notAtOnce(fault, feed), step.records());
  }

  /** By a clock that is wrong, or for no time at all, a network would be asked without end. */
  private FetchStep.Fault notAtOnce(FetchStep.Fault fault, OutletFeed feed) {
    Instant now = clock.instant();
    return fault.until() == null || fault.until().isAfter(now)
        ? fault
        : new FetchStep.Fault(
            fault.state(), fault.status(), fault.message(), now.plus(settings.pollEvery(feed)));
  }
}
