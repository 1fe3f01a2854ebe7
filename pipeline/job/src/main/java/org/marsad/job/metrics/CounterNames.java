// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.job.metrics;

import java.util.List;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.metrics.ThreadSafeSimpleCounter;

/** Every counter that the job keeps. The names are API: dashboards and scrapers use them. */
public final class CounterNames {
  /** Documents that a source emitted. */
  public static final String READ = "documentsRead";

  /** Inputs that a source could not make a document of. */
  public static final String READ_REJECTIONS = "rejectionsRead";

  /** Documents rejected after the source: on extraction, assessment or by the index. */
  public static final String REJECTED = "documentsRejected";

  /** Documents dropped as repetitions of one already seen or already in the index. */
  public static final String DUPLICATES = "documentsDuplicate";

  /** Documents judged to be about migrants. */
  public static final String RELEVANT = "documentsRelevant";

  /** Articles that tell in the same words a story that was seen before. */
  public static final String COPIES = "articlesCopied";

  /** Documents that the index acknowledged as new. */
  public static final String INDEXED = "documentsIndexed";

  /** Documents that the index acknowledged as a new version of one it had. */
  public static final String UPDATED = "documentsUpdated";

  /** Bulk requests repeated because the index was away or busy. */
  public static final String INDEX_RETRIES = "indexRetries";

  /** Pages that were captured and kept in the archive. */
  public static final String ARCHIVED = "pagesArchived";

  /** Pages that could not be kept in the archive; their documents went on without. */
  public static final String ARCHIVE_FAILURES = "archiveFailures";

  public static final List<String> ALL =
      List.of(
          READ,
          READ_REJECTIONS,
          REJECTED,
          DUPLICATES,
          RELEVANT,
          COPIES,
          INDEXED,
          UPDATED,
          INDEX_RETRIES,
          ARCHIVED,
          ARCHIVE_FAILURES);

  private CounterNames() {}

  /** Registers a counter that other threads than the task's may advance. */
  public static Counter register(MetricGroup group, String name) {
    return group.counter(name, new ThreadSafeSimpleCounter());
  }
}
