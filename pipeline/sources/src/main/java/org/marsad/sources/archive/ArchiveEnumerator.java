// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.archive;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.connector.source.SplitEnumerator;
import org.apache.flink.api.connector.source.SplitEnumeratorContext;
import org.apache.flink.api.connector.source.SplitsAssignment;
import org.jspecify.annotations.Nullable;

/**
 * Gives readers files on request: many at a time as long as many wait, so that small ones do not
 * cost a request each, and single ones towards the end, so that all readers end together.
 */
final class ArchiveEnumerator implements SplitEnumerator<ArchiveSplit, PendingFiles> {
  private static final int LARGEST_SHARE = 100;

  private final SplitEnumeratorContext<ArchiveSplit> context;
  private final Deque<ArchiveSplit> pending;

  ArchiveEnumerator(SplitEnumeratorContext<ArchiveSplit> context, PendingFiles files) {
    this.context = context;
    this.pending = new ArrayDeque<>(files.splits());
  }

  @Override
  public void start() {}

  @Override
  public void handleSplitRequest(int subtask, @Nullable String host) {
    if (!context.registeredReaders().containsKey(subtask)) {
      return;
    }
    if (pending.isEmpty()) {
      context.signalNoMoreSplits(subtask);
      return;
    }
    int share = pending.size() / (2 * context.currentParallelism());
    List<ArchiveSplit> files = new ArrayList<>();
    do {
      files.add(pending.remove());
    } while (files.size() < Math.min(share, LARGEST_SHARE));
    context.assignSplits(new SplitsAssignment<>(Map.of(subtask, files)));
  }

  @Override
  public void addSplitsBack(List<ArchiveSplit> splits, int subtask) {
    splits.forEach(pending::addFirst);
  }

  /** Readers ask by themselves. */
  @Override
  public void addReader(int subtask) {}

  @Override
  public PendingFiles snapshotState(long checkpoint) {
    return new PendingFiles(List.copyOf(pending));
  }

  @Override
  public void close() {}
}
