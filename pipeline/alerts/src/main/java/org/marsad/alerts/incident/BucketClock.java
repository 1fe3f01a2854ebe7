// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.alerts.incident;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.marsad.alerts.detect.Granularity;
import org.marsad.model.Morocco;

/** Where days and hours begin in Morocco, whose offset from UTC changes by whole hours. */
public final class BucketClock {
  private BucketClock() {}

  /** The last boundary at or before a moment. */
  public static Instant floor(Granularity granularity, Instant moment) {
    return switch (granularity) {
      case DAY -> startOf(moment.atZone(Morocco.TIME).toLocalDate());
      case HOUR -> moment.truncatedTo(ChronoUnit.HOURS);
    };
  }

  /**
   * The boundary that a former boundary has become: whether and when clocks change is decided at
   * short notice, and midnight with them.
   */
  public static Instant nearest(Granularity granularity, Instant former) {
    Duration half = granularity.unit().getDuration().dividedBy(2);
    return floor(granularity, former.plus(half));
  }

  /**
   * @param boundary of a bucket
   * @param buckets may be negative
   */
  public static Instant plus(Granularity granularity, Instant boundary, int buckets) {
    return switch (granularity) {
      case DAY -> startOf(boundary.atZone(Morocco.TIME).toLocalDate().plusDays(buckets));
      case HOUR -> boundary.plus(Duration.ofHours(buckets));
    };
  }

  private static Instant startOf(LocalDate day) {
    return day.atStartOfDay(Morocco.TIME).toInstant();
  }
}
