// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.polling;

import org.apache.flink.api.connector.source.SourceOutput;
import org.apache.flink.connector.base.source.reader.RecordEmitter;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.groups.SourceReaderMetricGroup;
import org.marsad.model.Intake;

/**
 * Emits the records of a step and then takes over its state, both between the same two checkpoints.
 *
 * <p>Counts {@code documentsRead} and {@code rejectionsRead} in the reader's metric group, beside
 * {@link SourceGauges}.
 */
final class FeedEventEmitter implements RecordEmitter<FeedEvent, Intake, SplitProgress> {
  private final Counter documents;
  private final Counter rejections;
  private final SourceGauges sources;

  FeedEventEmitter(SourceReaderMetricGroup metrics) {
    documents = metrics.counter("documentsRead");
    rejections = metrics.counter("rejectionsRead");
    sources = new SourceGauges(metrics);
  }

  @Override
  public void emitRecord(FeedEvent event, SourceOutput<Intake> output, SplitProgress progress) {
    for (Intake intake : event.records()) {
      output.collect(intake);
      if (intake.document() != null) {
        documents.inc();
      } else if (intake.rejection() != null) {
        rejections.inc();
      } else if (intake.health() != null) {
        sources.heard(intake.health());
      }
    }
    progress.advanceTo(event.after());
  }
}
