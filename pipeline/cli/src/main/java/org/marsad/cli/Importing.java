// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.cli;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import org.apache.flink.api.connector.source.Source;
import org.marsad.job.MainPipeline;
import org.marsad.job.local.LocalJob;
import org.marsad.job.sink.IndexSink;
import org.marsad.model.Intake;
import org.marsad.sources.archive.ArchiveInput;
import org.marsad.sources.archive.ArchiveSource;

/** Runs the main job over files. */
final class Importing {
  /** Within one import; beyond it, the index knows. */
  private static final Duration REMEMBER_FOR = Duration.ofDays(30);

  private final LocalIndex index;
  private final byte[] pseudonymKey;

  Importing(LocalIndex index, byte[] pseudonymKey) {
    this.index = index;
    this.pseudonymKey = pseudonymKey;
  }

  /** Imports all of it and makes it visible to searches. */
  ImportSummary run(ArchiveInput input) throws InterruptedException, ExecutionException {
    return run(new ArchiveSource(input, pseudonymKey));
  }

  /** Imports all that a source gives until it ends. */
  ImportSummary run(Source<Intake, ?, ?> source) throws InterruptedException, ExecutionException {
    MainPipeline pipeline = new MainPipeline(source, new IndexSink(index.address()), REMEMBER_FOR);
    long started = System.nanoTime();
    try (LocalJob job = LocalJob.startBounded(pipeline, Parallelism.standard())) {
      ImportProgress.follow(job);
      Duration elapsed = Duration.ofNanos(System.nanoTime() - started);
      index.connection().refresh();
      return ImportSummary.of(job.counters(), elapsed);
    }
  }
}
