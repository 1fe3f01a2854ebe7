// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.warc;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.marsad.sources.warc.RemovedFiles.Removal;
import org.marsad.sources.warc.RemovedFiles.Rule;

/**
 * The archive's files that are due to go by their age, also where nothing is captured any more. No
 * writer uses a file for more than a day.
 */
public final class ExpiredFiles {
  private final Path folder;

  public ExpiredFiles(Path folder) {
    this.folder = folder;
  }

  /** How many were begun before an instant. */
  public int count(Instant horizon) throws IOException {
    return begunBefore(horizon).size();
  }

  /**
   * Removes them and notes that.
   *
   * @return how many
   */
  public int remove(Instant horizon, Instant now) throws IOException {
    if (begunBefore(horizon).isEmpty()) {
      return 0;
    }
    try (FolderLock lock = FolderLock.acquire(folder)) {
      RemovedFiles removed = new RemovedFiles(folder);
      List<Path> files = begunBefore(horizon);
      for (Path file : files) {
        removed.add(String.valueOf(file.getFileName()), new Removal(now, Rule.AGE));
        Files.delete(file);
      }
      return files.size();
    }
  }

  private List<Path> begunBefore(Instant horizon) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    return FileNames.in(folder).stream()
        .filter(
            file -> {
              Instant begun = FileNames.begun(file);
              return begun != null && begun.isBefore(horizon);
            })
        .toList();
  }
}
