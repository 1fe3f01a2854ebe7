// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.warc;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import org.marsad.sources.warc.RemovedFiles.Removal;
import org.marsad.sources.warc.RemovedFiles.Rule;

/** Removes whole files, the oldest first. Used under the folder's lock. */
final class Retention {
  private final WarcSettings settings;
  private final RemovedFiles removed;

  Retention(WarcSettings settings) {
    this.settings = settings;
    this.removed = new RemovedFiles(settings.path());
  }

  /** Makes room for one more file, and removes what is older than is kept. */
  void apply(Instant now) throws IOException {
    Deque<Path> files = new ArrayDeque<>(FileNames.in(settings.path()));
    while (!files.isEmpty() && isOld(files.getFirst(), now)) {
      remove(files.removeFirst(), new Removal(now, Rule.AGE));
    }
    long total = 0;
    for (Path file : files) {
      total += Files.size(file);
    }
    long room = settings.maxTotalBytes() - settings.maxFileBytes();
    while (!files.isEmpty() && total > room) {
      Path oldest = files.removeFirst();
      total -= Files.size(oldest);
      remove(oldest, new Removal(now, Rule.SIZE));
    }
  }

  private boolean isOld(Path file, Instant now) {
    Instant begun = FileNames.begun(file);
    return begun != null && begun.isBefore(now.minus(settings.keep()));
  }

  private void remove(Path file, Removal removal) throws IOException {
    removed.add(String.valueOf(file.getFileName()), removal);
    Files.delete(file);
  }
}
