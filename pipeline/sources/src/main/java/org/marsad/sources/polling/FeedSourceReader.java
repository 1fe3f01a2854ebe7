// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.polling;

import java.util.Map;
import java.util.function.Supplier;
import org.apache.flink.api.connector.source.SourceReaderContext;
import org.apache.flink.connector.base.source.reader.SingleThreadMultiplexSourceReaderBase;
import org.apache.flink.connector.base.source.reader.splitreader.SplitReader;
import org.marsad.model.Intake;

/** Flink's reader over {@link FeedSplitReader}: one fetcher thread serves all its feeds. */
final class FeedSourceReader
    extends SingleThreadMultiplexSourceReaderBase<FeedEvent, Intake, FeedSplit, SplitProgress> {

  FeedSourceReader(
      Supplier<SplitReader<FeedEvent, FeedSplit>> reader, SourceReaderContext context) {
    super(reader, new FeedEventEmitter(context.metricGroup()), context.getConfiguration(), context);
  }

  @Override
  protected void onSplitFinished(Map<String, SplitProgress> finished) {}

  @Override
  protected SplitProgress initializedState(FeedSplit split) {
    return new SplitProgress(split);
  }

  @Override
  protected FeedSplit toSplitType(String splitId, SplitProgress progress) {
    return progress.split();
  }
}
