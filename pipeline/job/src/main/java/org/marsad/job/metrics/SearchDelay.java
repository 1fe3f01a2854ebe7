// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.job.metrics;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.apache.flink.metrics.Histogram;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.runtime.metrics.DescriptiveStatisticsHistogram;
import org.jspecify.annotations.Nullable;
import org.marsad.model.DatedBy;
import org.marsad.model.Document;

/**
 * How long after its publication the index acknowledged a document, in milliseconds, over the last
 * {@value #WINDOW} of a subtask; searches find it within a second more. Thread-safe.
 *
 * <p>Only what says at what time it was published counts, and nothing that was older than a day:
 * that came from a backfill, an import, or the first look at a feed.
 */
public final class SearchDelay {
  /** The name is API, like those of the counters. */
  public static final String NAME = "searchDelayMillis";

  static final int WINDOW = 1_000;

  private static final Duration FRESH = Duration.ofDays(1);

  private final Histogram histogram;
  private final Clock clock;

  public SearchDelay(MetricGroup group, Clock clock) {
    this.histogram = group.histogram(NAME, new DescriptiveStatisticsHistogram(WINDOW));
    this.clock = clock;
  }

  /** Takes a document that the index has just acknowledged as new. */
  public synchronized void add(Document document) {
    Instant published = document.published();
    if (published == null || !isTime(document.datedBy())) {
      return;
    }
    Duration delay = Duration.between(published, clock.instant());
    if (!delay.isNegative() && delay.compareTo(FRESH) <= 0) {
      histogram.update(delay.toMillis());
    }
  }

  private static boolean isTime(@Nullable DatedBy datedBy) {
    return datedBy == DatedBy.PAGE_TIME || datedBy == DatedBy.FEED;
  }
}
