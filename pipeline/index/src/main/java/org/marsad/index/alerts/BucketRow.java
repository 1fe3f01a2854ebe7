// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.index.alerts;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.marsad.alerts.detect.Granularity;
import org.marsad.model.Morocco;

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
    LocalDate day = end.atZone(Morocco.TIME).toLocalDate();
    List<Instant> starts =
        IntStream.rangeClosed(1, buckets)
            .mapToObj(
                i ->
                    granularity == Granularity.DAY
                        ? midnight(day.minusDays(buckets + 1L - i))
                        : end.minus(Duration.ofHours(buckets + 1L - i)))
            .toList();
    boolean closes =
        granularity == Granularity.DAY
            ? midnight(day).equals(end)
            : Math.floorMod(end.toEpochMilli(), Duration.ofHours(1).toMillis()) == 0;
    if (!closes || starts.isEmpty()) {
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

  private static Instant midnight(LocalDate day) {
    return day.atStartOfDay(Morocco.TIME).toInstant();
  }
}
