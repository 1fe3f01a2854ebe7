// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.job.alerts;

import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.marsad.alerts.detect.Granularity;
import org.marsad.alerts.incident.BucketClock;
import org.marsad.alerts.incident.Round;

/**
 * When a closed bucket is judged: as soon as its documents have had time to arrive, once, in order.
 *
 * @param late how long after its end a bucket is judged, since documents are polled late; after a
 *     start the same time is left for polling to catch up
 * @param beginning how far back the very first start goes; zero for the latest closed bucket
 */
public record RoundSchedule(Duration late, Duration beginning) implements Serializable {
  /** A round later than this is old news, though it was not put off for anything. */
  private static final Duration GRACE = Duration.ofMinutes(10);

  /** Where the first round begins, if the program was never started before. */
  Instant first(Granularity granularity, Instant started) {
    Instant latest = BucketClock.plus(granularity, BucketClock.floor(granularity, started), -1);
    Instant back = BucketClock.floor(granularity, started.minus(beginning));
    return back.isBefore(latest) ? back : latest;
  }

  /**
   * The round that is due now, if one is.
   *
   * @param last when the bucket of the last round ended
   * @param started when the program did
   */
  Optional<Round> next(Granularity granularity, Instant last, Instant started, Instant now) {
    Instant open = BucketClock.floor(granularity, now);
    Instant earliest = BucketClock.plus(granularity, open, -most(granularity));
    Instant former = BucketClock.nearest(granularity, last);
    Instant start = former.isBefore(earliest) ? earliest : former;
    Instant end = BucketClock.plus(granularity, start, 1);
    Instant due = (end.isAfter(started) ? end : started).plus(late);
    if (now.isBefore(due)) {
      return Optional.empty();
    }
    Instant stale = BucketClock.plus(granularity, end, 1).plus(late).plus(GRACE);
    return Optional.of(new Round(granularity, start, end, now.isAfter(stale)));
  }

  /** How many buckets are caught up with after an absence: eight weeks of days, one of hours. */
  private static int most(Granularity granularity) {
    return switch (granularity) {
      case DAY -> 56;
      case HOUR -> 7 * 24;
    };
  }
}
