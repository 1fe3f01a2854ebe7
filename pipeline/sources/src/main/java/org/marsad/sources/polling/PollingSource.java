// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.polling;

import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.connector.source.Boundedness;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.api.connector.source.SourceReader;
import org.apache.flink.api.connector.source.SourceReaderContext;
import org.apache.flink.api.connector.source.SplitEnumerator;
import org.apache.flink.api.connector.source.SplitEnumeratorContext;
import org.apache.flink.api.connector.source.SupportsSplitReassignmentOnRecovery;
import org.apache.flink.core.io.SimpleVersionedSerializer;
import org.marsad.model.Intake;
import org.marsad.sources.catalogue.OutletFeed;

/**
 * Follows feeds and emits what they bring: articles (their pages), readers' comments, rejections,
 * and the health of each feed after each poll. Faults of the outlets are records; the source itself
 * fails only by its own faults.
 */
public final class PollingSource
    implements Source<Intake, FeedSplit, PollingEnumeratorState>,
        SupportsSplitReassignmentOnRecovery {
  private static final long serialVersionUID = 1L;

  private final ArrayList<OutletFeed> feeds;
  private final PollingSettings settings;
  private final byte[] pseudonymKey;
  private final boolean once;

  private PollingSource(
      List<OutletFeed> feeds, PollingSettings settings, byte[] pseudonymKey, boolean once) {
    this.feeds = new ArrayList<>(feeds);
    this.settings = settings;
    this.pseudonymKey = pseudonymKey.clone();
    this.once = once;
  }

  /**
   * Follows the feeds without end.
   *
   * @param pseudonymKey at least 16 random bytes, see {@link org.marsad.model.Pseudonyms}
   */
  public static PollingSource following(
      List<OutletFeed> feeds, PollingSettings settings, byte[] pseudonymKey) {
    return new PollingSource(feeds, settings, pseudonymKey, false);
  }

  /** Polls each feed once, fetches the pages that this finds, and ends. */
  public static PollingSource once(
      List<OutletFeed> feeds, PollingSettings settings, byte[] pseudonymKey) {
    return new PollingSource(feeds, settings, pseudonymKey, true);
  }

  @Override
  public Boundedness getBoundedness() {
    return once ? Boundedness.BOUNDED : Boundedness.CONTINUOUS_UNBOUNDED;
  }

  @Override
  public SourceReader<Intake, FeedSplit> createReader(SourceReaderContext context) {
    FetchCounters fetches = new FetchCounters(context.metricGroup());
    return new FeedSourceReader(
        () -> new FeedSplitReader(settings, pseudonymKey, once, fetches), context);
  }

  @Override
  public SplitEnumerator<FeedSplit, PollingEnumeratorState> createEnumerator(
      SplitEnumeratorContext<FeedSplit> context) {
    return restoreEnumerator(context, PollingEnumeratorState.EMPTY);
  }

  @Override
  public SplitEnumerator<FeedSplit, PollingEnumeratorState> restoreEnumerator(
      SplitEnumeratorContext<FeedSplit> context, PollingEnumeratorState state) {
    return new FeedEnumerator(context, feeds, once, state);
  }

  @Override
  public SimpleVersionedSerializer<FeedSplit> getSplitSerializer() {
    return new FeedSplitSerializer();
  }

  @Override
  public SimpleVersionedSerializer<PollingEnumeratorState> getEnumeratorCheckpointSerializer() {
    return new PollingEnumeratorStateSerializer();
  }
}
