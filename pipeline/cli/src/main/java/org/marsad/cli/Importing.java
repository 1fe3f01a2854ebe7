// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.cli;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;
import org.marsad.job.MainPipeline;
import org.marsad.job.local.LocalJob;
import org.marsad.job.sink.IndexSink;
import org.marsad.model.Secret;
import org.marsad.sources.archive.ArchiveInput;
import org.marsad.sources.archive.ArchiveSource;
import org.marsad.sources.polling.PollingSource;
import org.marsad.sources.warc.WarcSettings;

/** Runs the main job over what has an end: files, and pages that are known beforehand. */
final class Importing {
  /** Within one import; beyond it, the index knows. */
  private static final Duration REMEMBER_FOR = Duration.ofDays(30);

  private final LocalIndex index;
  private final Secret pseudonymKey;

  Importing(LocalIndex index, Secret pseudonymKey) {
    this.index = index;
    this.pseudonymKey = pseudonymKey;
  }

  /** Imports all of it and makes it visible to searches. */
  ImportSummary run(ArchiveInput input) throws InterruptedException, ExecutionException {
    return run(
        new MainPipeline(
            new ArchiveSource(input, pseudonymKey), new IndexSink(index.address()), REMEMBER_FOR));
  }

  /**
   * Imports all that a source that ends will fetch.
   *
   * @param archive where the pages are kept; null for nowhere
   */
  ImportSummary run(PollingSource source, @Nullable WarcSettings archive)
      throws InterruptedException, ExecutionException {
    return run(new MainPipeline(source, new IndexSink(index.address()), REMEMBER_FOR, archive));
  }

  private ImportSummary run(MainPipeline pipeline) throws InterruptedException, ExecutionException {
    long started = System.nanoTime();
    try (LocalJob job = LocalJob.startBounded(pipeline, Parallelism.standard())) {
      ImportProgress.follow(job);
      Duration elapsed = Duration.ofNanos(System.nanoTime() - started);
      index.connection().refresh();
      return ImportSummary.of(job.counters(), elapsed);
    }
  }
}
