// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.alerts.incident;

import java.time.LocalDateTime;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.marsad.alerts.detect.Bucket;
import org.marsad.alerts.detect.Granularity;
import org.marsad.model.Morocco;

/**
 * Tells "nobody wrote" from "nobody was listening": which buckets are "no data" because a rule's
 * sources published nothing, or next to nothing, when they usually publish.
 *
 * <p>What is usual is the median of what they published in the known buckets of the same phase, the
 * weekday or the hour of the day, within the detector's window before. A silence that a Poisson
 * process of that mean would show more rarely than once in 200 buckets is no data; so is a silence
 * with too little past to judge it by, and less than a tenth of what is usual where that is much.
 */
final class Silence {
  /** So many buckets of the same phase have to be known before a silence is believed. */
  static final int LEAST_PAST = 3;

  private static final double RARE = 0.005;
  private static final double MUCH = 20;
  private static final double PARTIAL = 0.1;

  private final Granularity granularity;
  private final int window;

  Silence(Granularity granularity) {
    this.granularity = granularity;
    this.window = granularity.method().past().window();
  }

  /**
   * The same buckets as the detector takes them, by the clock of Morocco.
   *
   * @param counts consecutive, oldest first
   */
  List<Bucket> buckets(List<BucketCounts> counts) {
    Map<Integer, Deque<Published>> past = new HashMap<>();
    List<Bucket> buckets = new ArrayList<>(counts.size());
    int position = 0;
    for (BucketCounts bucket : counts) {
      LocalDateTime start = LocalDateTime.ofInstant(bucket.start(), Morocco.TIME);
      Deque<Published> same = past.computeIfAbsent(phase(start), phase -> new ArrayDeque<>());
      while (!same.isEmpty() && same.getFirst().position() < position - window) {
        same.removeFirst();
      }
      if (isSilent(bucket.captured(), same)) {
        buckets.add(Bucket.noData(start));
      } else {
        same.addLast(new Published(position, bucket.captured()));
        buckets.add(known(start, bucket));
      }
      position++;
    }
    return buckets;
  }

  private record Published(int position, long documents) {}

  private int phase(LocalDateTime start) {
    return switch (granularity) {
      case DAY -> start.getDayOfWeek().getValue();
      case HOUR -> start.getHour();
    };
  }

  private static boolean isSilent(long captured, Deque<Published> past) {
    if (past.size() < LEAST_PAST) {
      return captured == 0;
    }
    double usual = median(past);
    return captured == 0 ? Math.exp(-usual) < RARE : usual >= MUCH && captured < PARTIAL * usual;
  }

  private static double median(Deque<Published> past) {
    long[] sorted = past.stream().mapToLong(Published::documents).sorted().toArray();
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2.0;
  }

  /** A rule need not be about a part of its whole: one about other texts than migrants' is not. */
  static Bucket known(LocalDateTime start, BucketCounts bucket) {
    long count = Math.min(bucket.count(), Bucket.MOST);
    return new Bucket(start, count, Math.min(Math.max(bucket.total(), count), Bucket.MOST));
  }
}
