// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.archive;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Function;
import org.apache.flink.connector.base.source.reader.RecordsBySplits;
import org.apache.flink.connector.base.source.reader.RecordsWithSplitIds;
import org.apache.flink.connector.base.source.reader.splitreader.SplitReader;
import org.apache.flink.connector.base.source.reader.splitreader.SplitsChange;
import org.jspecify.annotations.Nullable;
import org.marsad.model.Intake;
import org.marsad.model.RawDocument;

/** Reads files one after the other, in batches of bounded size. */
final class ArchiveSplitReader implements SplitReader<Intake, ArchiveSplit> {
  private static final int BATCH_RECORDS = 500;

  /** In bytes or characters; two batches wait between the threads. */
  private static final long BATCH_SIZE = 4L * 1024 * 1024;

  private final Function<ArchiveSplit, FileRecords> opener;
  private final Deque<ArchiveSplit> waiting = new ArrayDeque<>();
  private @Nullable ArchiveSplit file;
  private @Nullable FileRecords records;
  private volatile boolean wokenUp;

  ArchiveSplitReader(Function<ArchiveSplit, FileRecords> opener) {
    this.opener = opener;
  }

  @Override
  public RecordsWithSplitIds<Intake> fetch() throws IOException {
    RecordsBySplits.Builder<Intake> batch = new RecordsBySplits.Builder<>();
    long size = 0;
    for (int count = 0; count < BATCH_RECORDS && size < BATCH_SIZE && !wokenUp; count++) {
      ArchiveSplit current = file == null ? waiting.peek() : file;
      if (current == null) {
        break;
      }
      Intake next = next(current);
      if (next == null) {
        batch.addFinishedSplit(current.splitId());
        leave();
      } else {
        batch.add(current.splitId(), next);
        size += size(next);
      }
    }
    wokenUp = false;
    return batch.build();
  }

  private @Nullable Intake next(ArchiveSplit current) throws IOException {
    if (records == null) {
      file = waiting.poll();
      records = opener.apply(current);
      // The file's records come in the same order each time: these have been emitted.
      for (long skipped = 0; skipped < current.position(); skipped++) {
        if (records.next() == null) {
          return null;
        }
      }
    }
    return records.next();
  }

  private void leave() throws IOException {
    if (records != null) {
      records.close();
    }
    records = null;
    file = null;
  }

  private static long size(Intake intake) {
    RawDocument document = intake.document();
    if (document == null) {
      return 0;
    }
    return (document.body() == null ? 0 : document.body().length)
        + (document.text() == null ? 0 : document.text().length());
  }

  @Override
  public void handleSplitsChanges(SplitsChange<ArchiveSplit> change) {
    waiting.addAll(change.splits());
  }

  @Override
  public void wakeUp() {
    wokenUp = true;
  }

  @Override
  public void close() throws IOException {
    leave();
  }
}
