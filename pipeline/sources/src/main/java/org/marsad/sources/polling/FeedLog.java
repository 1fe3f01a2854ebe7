// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.polling;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.marsad.model.Intake;
import org.marsad.model.Morocco;

/**
 * What a feed's health tells beside its last poll.
 *
 * @param refusal its line in the block ledger; null where it does not refuse
 */
record FeedLog(ItemRate rate, DayLog today, @Nullable Refusal refusal) {
  static final FeedLog NEW = new FeedLog(ItemRate.NONE, DayLog.NONE, null);

  /**
   * That a feed does not want to be read.
   *
   * @param since when it first said so, in a row
   * @param text how: the rules of robots.txt that hold for us, or the status
   */
  record Refusal(Instant since, String text) {}

  /**
   * The feed could be read.
   *
   * @param first whether what it brought is its whole stock, which tells nothing of its rate
   */
  FeedLog brought(Instant now, PollYield found, boolean first) {
    DayLog day = on(now).with(null, found.fresh(), found.duplicates(), 0);
    return new FeedLog(first ? rate : rate.with(now, found.fresh()), day, null);
  }

  /**
   * @param text how it refuses
   */
  FeedLog refused(Instant now, String text) {
    return new FeedLog(rate, today, new Refusal(refusal == null ? now : refusal.since(), text));
  }

  /**
   * Something was asked for.
   *
   * @param status null where nothing was sent
   */
  FeedLog asked(Instant now, @Nullable String status, Iterable<Intake> records) {
    int rejections = 0;
    for (Intake intake : records) {
      rejections += intake.rejection() == null ? 0 : 1;
    }
    return new FeedLog(rate, on(now).with(status, 0, 0, rejections), refusal);
  }

  private DayLog on(Instant now) {
    return today.on(now.atZone(Morocco.TIME).toLocalDate());
  }
}
