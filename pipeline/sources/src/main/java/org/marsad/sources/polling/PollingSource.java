// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.polling;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.flink.api.connector.source.Boundedness;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.api.connector.source.SourceReader;
import org.apache.flink.api.connector.source.SourceReaderContext;
import org.apache.flink.api.connector.source.SplitEnumerator;
import org.apache.flink.api.connector.source.SplitEnumeratorContext;
import org.apache.flink.api.connector.source.SupportsSplitReassignmentOnRecovery;
import org.apache.flink.core.io.SimpleVersionedSerializer;
import org.marsad.model.Intake;
import org.marsad.model.Secret;
import org.marsad.sources.catalogue.OutletFeed;
import org.marsad.sources.feed.FeedItem;

/**
 * Follows feeds and emits what they bring: articles (their pages), readers' comments, rejections,
 * and the health of each feed after each poll. Faults of the outlets are records; the source itself
 * fails only by its own faults.
 */
public final class PollingSource
    implements Source<Intake, FeedSplit, PollingEnumeratorState>,
        SupportsSplitReassignmentOnRecovery {
  private static final long serialVersionUID = 1L;

  private static final byte[] NOTHING = {};

  private final ArrayList<OutletFeed> feeds;
  private final PollingSettings settings;
  private final Secret pseudonymKey;
  private final boolean once;
  private final byte[] first;

  private PollingSource(
      List<OutletFeed> feeds,
      PollingSettings settings,
      Secret pseudonymKey,
      boolean once,
      byte[] first) {
    this.feeds = new ArrayList<>(feeds);
    this.settings = settings;
    this.pseudonymKey = pseudonymKey;
    this.once = once;
    this.first = first.clone();
  }

  /**
   * Follows the feeds without end.
   *
   * @param pseudonymKey where at least 16 random bytes are, see {@link org.marsad.model.Pseudonyms}
   */
  public static PollingSource following(
      List<OutletFeed> feeds, PollingSettings settings, Secret pseudonymKey) {
    return new PollingSource(feeds, settings, pseudonymKey, false, NOTHING);
  }

  /** Polls each feed once, fetches the pages that this finds, and ends. */
  public static PollingSource once(
      List<OutletFeed> feeds, PollingSettings settings, Secret pseudonymKey) {
    return new PollingSource(feeds, settings, pseudonymKey, true, NOTHING);
  }

  /**
   * Fetches the pages of these items, which something else than a poll has found, and ends. A page
   * that fails for now is tried three times; a pause that the site asks for is waited out.
   *
   * @param feed whose outlet they are of; it is not asked itself
   */
  public static PollingSource ofItems(
      OutletFeed feed, List<FeedItem> items, PollingSettings settings, Secret pseudonymKey) {
    try {
      byte[] first = new FeedSplitSerializer().serialize(GivenItems.split(feed, items));
      return new PollingSource(List.of(feed), settings, pseudonymKey, true, first);
    } catch (IOException e) {
      throw new IllegalStateException("a split is always writable", e);
    }
  }

  private boolean given() {
    return first.length > 0;
  }

  @Override
  public Boundedness getBoundedness() {
    return once ? Boundedness.BOUNDED : Boundedness.CONTINUOUS_UNBOUNDED;
  }

  @Override
  public SourceReader<Intake, FeedSplit> createReader(SourceReaderContext context) {
    FetchCounters fetches = new FetchCounters(context.metricGroup());
    return new FeedSourceReader(
        () -> new FeedSplitReader(settings, pseudonymKey.bytes(), once, given(), fetches), context);
  }

  @Override
  public SplitEnumerator<FeedSplit, PollingEnumeratorState> createEnumerator(
      SplitEnumeratorContext<FeedSplit> context) {
    return restoreEnumerator(context, given() ? given(first) : PollingEnumeratorState.EMPTY);
  }

  private static PollingEnumeratorState given(byte[] split) {
    try {
      FeedSplit read = new FeedSplitSerializer().deserialize(FeedSplitSerializer.VERSION, split);
      return new PollingEnumeratorState(Set.of(), List.of(read));
    } catch (IOException e) {
      throw new IllegalStateException("what this version wrote, it reads", e);
    }
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
