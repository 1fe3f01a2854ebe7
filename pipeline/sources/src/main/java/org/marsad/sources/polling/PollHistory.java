// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.polling;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How the polls of a feed went so far.
 *
 * @param lastItem when something new was last seen
 * @param nextDue null before the first poll
 * @param itemsSeen new items since the feed is followed
 * @param pace how often it is asked
 */
record PollHistory(
    @Nullable Instant lastPoll,
    @Nullable Instant lastSuccess,
    @Nullable Instant lastItem,
    @Nullable Instant nextDue,
    int consecutiveFailures,
    long itemsSeen,
    Pace pace) {

  static final PollHistory NONE = new PollHistory(null, null, null, null, 0, 0, Pace.UNKNOWN);

  PollHistory afterSuccess(Instant now, Instant due, int newItems) {
    return new PollHistory(
        now, now, newItems > 0 ? now : lastItem, due, 0, itemsSeen + newItems, pace);
  }

  PollHistory afterFailure(Instant now, Instant due) {
    return new PollHistory(
        now, lastSuccess, lastItem, due, consecutiveFailures + 1, itemsSeen, pace);
  }

  PollHistory at(Pace next) {
    return new PollHistory(
        lastPoll, lastSuccess, lastItem, nextDue, consecutiveFailures, itemsSeen, next);
  }

  /** Whether the last poll left more to read. */
  boolean dueAtOnce() {
    return nextDue != null && nextDue.equals(lastPoll);
  }

  /** The page fetches of the feed's domain were asked to pause. */
  PollHistory notBefore(Instant earliest) {
    Instant due = nextDue == null || nextDue.isBefore(earliest) ? earliest : nextDue;
    return new PollHistory(
        lastPoll, lastSuccess, lastItem, due, consecutiveFailures, itemsSeen, pace);
  }
}
