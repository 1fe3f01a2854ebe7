// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.model;

import java.time.Instant;
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

  /** Whether nothing came for longer than chance would have it. */
  public boolean silent() {
    return activity != null && activity.silentSince() != null;
  }
}
