// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import org.marsad.dashboards.status.JobCounters;
import org.marsad.dashboards.status.SearchDelays;
import org.marsad.job.local.LocalJob;
import org.marsad.job.metrics.CounterNames;
import org.marsad.job.metrics.LocalCounters;

/** What the dashboard shows of a job, in the dashboard's words. */
final class JobStatus {
  private JobStatus() {}

  static JobCounters of(LocalJob job) {
    LocalCounters counters = job.counters();
    return new JobCounters(
        state(job.state()),
        job.since(),
        counts(counters),
        SearchDelays.of(counters.searchDelays()));
  }

  private static Map<String, Long> counts(LocalCounters counters) {
    long unread = counters.value(CounterNames.READ_REJECTIONS);
    Map<String, Long> counts = new LinkedHashMap<>();
    counts.put("read", counters.value(CounterNames.READ) + unread);
    counts.put("indexed", counters.value(CounterNames.INDEXED));
    counts.put("edits", counters.value(CounterNames.UPDATED));
    counts.put("duplicates", counters.value(CounterNames.DUPLICATES));
    counts.put("rejected", counters.value(CounterNames.REJECTED) + unread);
    counts.put("retried", counters.value(CounterNames.INDEX_RETRIES));
    counts.put("archived", counters.value(CounterNames.ARCHIVED));
    counts.put("notArchived", counters.value(CounterNames.ARCHIVE_FAILURES));
    return counts;
  }

  /** A state in Flink's words. */
  static String state(String flinkState) {
    return switch (flinkState) {
      case "RUNNING", "FINISHED" -> flinkState;
      case "FAILED", "FAILING" -> "FAILED";
      case "CANCELED", "CANCELLING", "SUSPENDED", LocalJob.ENDED -> "STOPPED";
      default -> "STARTING";
    };
  }
}
