// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.polling;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.marsad.model.SourceActivity;
import org.marsad.model.SourceHealth;
import org.marsad.model.SourceState;
import org.marsad.sources.catalogue.OutletFeed;
import org.marsad.sources.catalogue.PublicPage;

/** A feed's state as its health is told. */
final class FeedHealth {
  private FeedHealth() {}

  static SourceHealth of(
      OutletFeed feed,
      FeedState state,
      SourceState kind,
      @Nullable Integer status,
      @Nullable String message,
      Instant now) {
    PollHistory history = state.history();
    return new SourceHealth(
        feed.id(),
        feed.outletId(),
        feed.outletName(),
        PublicPage.of(feed).toString(),
        kind,
        status,
        message,
        now,
        history.lastSuccess(),
        history.lastItem(),
        history.nextDue(),
        history.itemsSeen(),
        history.consecutiveFailures(),
        activity(feed, state, now));
  }

  private static SourceActivity activity(OutletFeed feed, FeedState state, Instant now) {
    FeedLog log = state.log();
    FeedLog.Refusal refusal = log.refusal();
    Instant lastItem = state.history().lastItem();
    boolean silent = lastItem != null && log.rate().isSilent(lastItem, now);
    return new SourceActivity(
        feed.form().name(),
        log.rate().perDay(),
        silent ? lastItem : null,
        refusal == null ? null : refusal.since(),
        refusal == null ? null : refusal.text(),
        log.today().day().toString(),
        log.today().statuses(),
        log.today().items(),
        log.today().duplicates(),
        log.today().rejections());
  }
}
