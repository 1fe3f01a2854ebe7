// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.alerts.subscription;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/**
 * When a subscriber does not want to be woken, by the clock of their zone; may go past midnight.
 *
 * @param from first quiet minute
 * @param to first minute that is not quiet any more; the same as {@code from} is no quiet time
 */
public record QuietHours(LocalTime from, LocalTime to) {

  /** The earliest moment from {@code now} on that is not quiet. */
  public Instant next(Instant now, ZoneId zone) {
    ZonedDateTime local = now.atZone(zone);
    LocalTime time = local.toLocalTime();
    if (!isQuiet(time)) {
      return now;
    }
    // When clocks are set back the end comes twice: the first is over, or too early, for some.
    ZonedDateTime end = local.toLocalDate().atTime(to).atZone(zone).withLaterOffsetAtOverlap();
    return (end.toInstant().isAfter(now) ? end : end.plusDays(1)).toInstant();
  }

  private boolean isQuiet(LocalTime time) {
    return from.isBefore(to)
        ? !time.isBefore(from) && time.isBefore(to)
        : !from.equals(to) && (!time.isBefore(from) || time.isBefore(to));
  }
}
