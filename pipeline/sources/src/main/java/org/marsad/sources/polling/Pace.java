// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.polling;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.marsad.sources.catalogue.OutletFeed;

/**
 * How often a feed is asked. A poll that brings nothing makes the time to the next a fifth longer,
 * one that brings something a fifth shorter, one that brings more than a quarter of the list (so
 * that the next might come too late for some of it) half as long. So about every other poll brings
 * something, whatever the feed's rhythm. The settings bound it, and a feed's own {@code poll-every}
 * replaces it.
 *
 * @param interval as learned so far; null before the first poll that succeeds
 * @param ttl what the feed last said of itself
 */
record Pace(@Nullable Duration interval, @Nullable Duration ttl) {
  static final Pace UNKNOWN = new Pace(null, null);

  /** After a poll that succeeded. */
  Pace after(PollYield found, PollingSettings settings) {
    Duration nowTtl = found.read() ? found.hints().ttl() : ttl;
    return new Pace(bounded(learned(found, settings), settings), nowTtl);
  }

  /**
   * From this poll to the next.
   *
   * @param cacheFor how long the answer says that it is good for
   */
  Duration toNext(OutletFeed feed, PollingSettings settings, @Nullable Duration cacheFor) {
    if (feed.pollEvery() != null || interval == null) {
      return settings.pollEvery(feed);
    }
    return bounded(longer(longer(interval, ttl), cacheFor), settings);
  }

  private Duration learned(PollYield found, PollingSettings settings) {
    if (interval == null) {
      Duration guess = found.hints().updateEvery();
      return guess == null ? settings.pollEvery() : guess;
    }
    if (found.fresh() == 0) {
      return interval.multipliedBy(6).dividedBy(5);
    }
    return found.fresh() * 4 > found.listed()
        ? interval.dividedBy(2)
        : interval.multipliedBy(4).dividedBy(5);
  }

  private static Duration bounded(Duration wanted, PollingSettings settings) {
    Duration atLeast = longer(wanted, settings.minPollEvery());
    Duration most = settings.maxPollEvery();
    return atLeast.compareTo(most) > 0 ? most : atLeast;
  }

  private static Duration longer(Duration one, @Nullable Duration other) {
    return other == null || one.compareTo(other) >= 0 ? one : other;
  }
}
