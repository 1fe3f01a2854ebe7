// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.archive;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.apache.flink.api.connector.source.SplitEnumerator;
import org.apache.flink.api.connector.source.SplitEnumeratorContext;
import org.jspecify.annotations.Nullable;

/** Gives each reader one file at a time, on request, so that the fast ones take more. */
final class ArchiveEnumerator implements SplitEnumerator<ArchiveSplit, PendingFiles> {
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
    ArchiveSplit next = pending.poll();
    if (next == null) {
      context.signalNoMoreSplits(subtask);
    } else {
      context.assignSplit(next, subtask);
    }
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
