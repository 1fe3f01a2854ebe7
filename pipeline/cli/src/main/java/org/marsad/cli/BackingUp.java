// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.marsad.cli.BackupManifest.Span;
import org.marsad.index.IndexSnapshot;

/**
 * Copies a data directory into a folder, also while Marsad works with it.
 *
 * <p>The order makes the parts fit together. The checkpoint comes first: whatever the job does
 * after it is done again from there, and the index, which is copied later, knows what it has
 * already. Then come the pages and the record of who did what, so that nothing in the index is
 * without them.
 */
final class BackingUp {
  static final String DATA = "data";
  static final String INDEX = "index";
  static final String CONFIGURATION = "configuration";

  /** A running job replaces its checkpoints every few seconds. */
  private static final int ATTEMPTS = 50;

  private static final List<String> KEPT =
      List.of("secrets", "audit.jsonl", "audit.head", ErasureLog.NAME);

  private final Path data;
  private final Path archive;
  private final IndexSnapshot snapshot;
  private final Path target;
  private final BackupFolder folder;

  /**
   * @param target made by this; it must not be there
   */
  BackingUp(Path data, Path archive, IndexSnapshot snapshot, Path target) {
    this.data = data;
    this.archive = archive;
    this.snapshot = snapshot;
    this.target = target;
    this.folder = new BackupFolder(target);
  }

  /**
   * @param configuration by the name that each file gets
   * @throws IOException if it cannot be written; nothing is left of it then
   */
  BackupManifest take(Map<String, Path> configuration) throws IOException {
    boolean done = false;
    try {
      copyCheckpoint();
      Map<String, Span> indices = copyIndex();
      folder.add(archive, DATA + "/archive");
      for (String name : KEPT) {
        folder.add(data.resolve(name), DATA + "/" + name);
      }
      for (Map.Entry<String, Path> file : configuration.entrySet()) {
        folder.add(file.getValue(), CONFIGURATION + "/" + file.getKey());
      }
      BackupManifest manifest =
          new BackupManifest(
              DataLayout.CURRENT,
              ProductVersion.number(),
              Instant.now(),
              data.toAbsolutePath().normalize().toString(),
              indices,
              folder.contents());
      manifest.write(target);
      done = true;
      return manifest;
    } finally {
      if (!done) {
        TemporaryFolder.delete(target);
      }
    }
  }

  private void copyCheckpoint() throws IOException {
    for (int attempt = 1; ; attempt++) {
      Path latest = DataDirectory.checkpoints(data).latest().orElse(null);
      if (latest == null) {
        return;
      }
      Path job = Objects.requireNonNull(latest.getParent());
      String name = DATA + "/checkpoints/" + job.getFileName();
      try {
        for (String part : List.of(latest.getFileName().toString(), "shared", "taskowned")) {
          folder.add(job.resolve(part), name + "/" + part);
        }
        return;
      } catch (NoSuchFileException replaced) {
        TemporaryFolder.delete(target.resolve(DATA));
        if (attempt == ATTEMPTS) {
          throw replaced;
        }
      }
    }
  }

  private Map<String, Span> copyIndex() throws IOException {
    Path written = IndexSnapshot.folderOf(DataDirectory.elasticsearch(data));
    discard(written);
    Map<String, Long> before = snapshot.counts();
    Map<String, Long> after;
    try {
      take();
      after = snapshot.counts();
      folder.add(written, INDEX);
    } finally {
      // Also after a fault: on a full disk it would be in the way of all that Marsad writes.
      discard(written);
    }
    Map<String, Span> spans = new TreeMap<>();
    before.forEach(
        (index, count) -> spans.put(index, Span.of(count, after.getOrDefault(index, count))));
    return spans;
  }

  private void take() {
    try {
      snapshot.take();
    } finally {
      snapshot.release();
    }
  }

  /** Of a snapshot: also one that an interrupted backup left behind. */
  static void discard(Path snapshot) throws IOException {
    if (Files.exists(snapshot)) {
      TemporaryFolder.delete(snapshot);
    }
  }
}
