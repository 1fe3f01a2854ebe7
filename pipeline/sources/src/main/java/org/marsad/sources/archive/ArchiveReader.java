// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.archive;

import java.util.Map;
import java.util.function.Function;
import org.apache.flink.api.connector.source.SourceOutput;
import org.apache.flink.api.connector.source.SourceReaderContext;
import org.apache.flink.connector.base.source.reader.RecordEmitter;
import org.apache.flink.connector.base.source.reader.SingleThreadMultiplexSourceReaderBase;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.metrics.ThreadSafeSimpleCounter;
import org.marsad.model.Intake;

/** Asks for files whenever it has none left, and emits what its thread reads of them. */
final class ArchiveReader
    extends SingleThreadMultiplexSourceReaderBase<
        Intake, Intake, ArchiveSplit, ArchiveReader.Progress> {

  ArchiveReader(SourceReaderContext context, Function<ArchiveSplit, FileRecords> opener) {
    super(
        () -> new ArchiveSplitReader(opener),
        new Emitter(context.metricGroup()),
        context.getConfiguration(),
        context);
  }

  @Override
  public void start() {
    requestIfIdle();
  }

  @Override
  protected void onSplitFinished(Map<String, Progress> finished) {
    requestIfIdle();
  }

  private void requestIfIdle() {
    if (getNumberOfCurrentlyAssignedSplits() == 0) {
      context.sendSplitRequest();
    }
  }

  @Override
  protected Progress initializedState(ArchiveSplit split) {
    return new Progress(split);
  }

  @Override
  protected ArchiveSplit toSplitType(String splitId, Progress progress) {
    return progress.split;
  }

  /** How much of a file has been emitted. */
  static final class Progress {
    private ArchiveSplit split;

    Progress(ArchiveSplit split) {
      this.split = split;
    }
  }

  private static final class Emitter implements RecordEmitter<Intake, Intake, Progress> {
    private final Counter documents;
    private final Counter rejections;

    Emitter(MetricGroup metrics) {
      documents = metrics.counter(ArchiveSource.DOCUMENTS_READ, new ThreadSafeSimpleCounter());
      rejections = metrics.counter(ArchiveSource.REJECTIONS_READ, new ThreadSafeSimpleCounter());
    }

    @Override
    public void emitRecord(Intake intake, SourceOutput<Intake> output, Progress progress) {
      output.collect(intake);
      progress.split = progress.split.at(progress.split.position() + 1);
      (intake.rejection() == null ? documents : rejections).inc();
    }
  }
}
