// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.model;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How one feed is doing, as of its last poll.
 *
 * @param feedId unique: the outlet's id and the feed's URL make it
 * @param httpStatus of the last answer; null where none came
 * @param message the fault in words, with the remedy where there is one; null when all is well
 * @param lastItem when something new was last seen
 * @param itemsSeen new items since the feed is followed
 * @param activity null in what was written before there was any
 */
public record SourceHealth(
    String feedId,
    String outletId,
    String outletName,
    String url,
    SourceState state,
    @Nullable Integer httpStatus,
    @Nullable String message,
    Instant lastPoll,
    @Nullable Instant lastSuccess,
    @Nullable Instant lastItem,
    @Nullable Instant nextDue,
    long itemsSeen,
    int consecutiveFailures,
    @Nullable SourceActivity activity) {

  /** What was asked last so long before the others is asked no more. */
  private static final Duration FOLLOWED = Duration.ofDays(2);

  /** Whether nothing came for longer than chance would have it. */
  public boolean silent() {
    return activity != null && activity.silentSince() != null;
  }

  /** Without what tells how much it brings. */
  public SourceHealth withoutFigures() {
    return new SourceHealth(
        feedId,
        outletId,
        outletName,
        url,
        state,
        httpStatus,
        message,
        lastPoll,
        lastSuccess,
        lastItem,
        nextDue,
        0,
        consecutiveFailures,
        activity == null ? null : activity.withoutFigures());
  }

  /** Those of the feeds that are silent, without those that are no longer followed. */
  public static List<SourceHealth> silent(List<SourceHealth> feeds) {
    Instant latest =
        feeds.stream().map(SourceHealth::lastPoll).max(Instant::compareTo).orElse(Instant.EPOCH);
    return feeds.stream()
        .filter(feed -> feed.silent() && feed.lastPoll().plus(FOLLOWED).isAfter(latest))
        .toList();
  }
}
