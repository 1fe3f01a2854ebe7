// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.index.alerts;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.marsad.alerts.detect.Granularity;
import org.marsad.alerts.incident.BucketClock;

/**
 * Consecutive hours, or days of Morocco's clock, of which some have 23 hours or 25.
 *
 * @param starts of each, oldest first
 * @param end of the last, exclusive
 */
record BucketRow(Granularity granularity, List<Instant> starts, Instant end) {
  /**
   * @throws IllegalArgumentException when no bucket ends then
   */
  static BucketRow until(Instant end, Granularity granularity, int buckets) {
    List<Instant> starts =
        IntStream.rangeClosed(-buckets, -1)
            .mapToObj(i -> BucketClock.plus(granularity, end, i))
            .toList();
    if (starts.isEmpty() || !BucketClock.floor(granularity, end).equals(end)) {
      throw new IllegalArgumentException(
          "%d buckets of one %s cannot end at %s: ask for one or more, and for a boundary of them"
              .formatted(buckets, granularity, end));
    }
    return new BucketRow(granularity, starts, end);
  }

  Instant start() {
    return starts.get(0);
  }

  /**
   * The number of the bucket that a time lies in, even where Elasticsearch's clock of Morocco is of
   * another year than ours and its days begin an hour apart.
   */
  int indexOf(Instant time) {
    int found = Collections.binarySearch(starts, time);
    return found >= 0 ? found : Math.max(0, -found - 2);
  }
}
