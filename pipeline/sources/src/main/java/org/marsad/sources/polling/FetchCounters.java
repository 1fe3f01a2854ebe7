// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.polling;

import java.util.ArrayList;
import java.util.List;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.metrics.ThreadSafeSimpleCounter;
import org.marsad.sources.http.FetchMeter;

/**
 * Counts a reader's requests by the first digit of the status: {@code fetches1xx} to {@code
 * fetches5xx}, {@code fetchesUnanswered}, and {@code bytesFetched}. The names are API.
 */
final class FetchCounters implements FetchMeter {
  private static final int CLASSES = 5;

  private final List<Counter> byClass = new ArrayList<>();
  private final Counter unanswered;
  private final Counter bytes;

  FetchCounters(MetricGroup metrics) {
    for (int digit = 1; digit <= CLASSES; digit++) {
      byClass.add(counter(metrics, "fetches" + digit + "xx"));
    }
    unanswered = counter(metrics, "fetchesUnanswered");
    bytes = counter(metrics, "bytesFetched");
  }

  private static Counter counter(MetricGroup metrics, String name) {
    return metrics.counter(name, new ThreadSafeSimpleCounter());
  }

  @Override
  public void answered(int status, long length) {
    // A status that is none counts with the nearest: the client knows only three digits.
    byClass.get(Math.max(1, Math.min(CLASSES, status / 100)) - 1).inc();
    bytes.inc(length);
  }

  @Override
  public void unanswered() {
    unanswered.inc();
  }
}
