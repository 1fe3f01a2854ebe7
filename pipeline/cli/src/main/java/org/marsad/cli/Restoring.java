// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.marsad.cli.BackupManifest.BackupFile;
import org.marsad.cli.BackupManifest.Span;
import org.marsad.index.EmbeddedNode;
import org.marsad.index.IndexConnection;
import org.marsad.index.IndexSnapshot;

/**
 * Makes a data directory of a backup, beside its place first: an interrupted or failed restore
 * leaves nothing at the place itself.
 */
final class Restoring {
  private final Path backup;
  private final BackupManifest manifest;
  private final Path data;
  private final Path building;
  private final @Nullable RecordedErasures erasures;

  /**
   * @param data what it becomes; not there yet, or empty
   * @param erasures what was erased since and must not come back; null where nobody knows
   */
  Restoring(Path backup, BackupManifest manifest, Path data, @Nullable RecordedErasures erasures) {
    this.backup = backup;
    this.manifest = manifest;
    this.data = data.toAbsolutePath().normalize();
    this.erasures = erasures;
    this.building = buildingOf(data);
  }

  /** Where it is made; an interrupted restore leaves it. */
  static Path buildingOf(Path data) {
    Path place = data.toAbsolutePath().normalize();
    return place.resolveSibling(place.getFileName() + ".restoring");
  }

  /**
   * @return how many documents had to be erased again
   * @throws Remedy if the index that comes back is not the one that was backed up
   */
  int restore() throws IOException {
    BackingUp.discard(building);
    boolean done = false;
    try {
      copyFiles();
      int erased = bringBackIndex();
      DataLayout.takeOver(building);
      Files.deleteIfExists(data);
      Files.move(building, data, StandardCopyOption.ATOMIC_MOVE);
      done = true;
      return erased;
    } finally {
      if (!done) {
        BackingUp.discard(building);
      }
    }
  }

  private void copyFiles() throws IOException {
    OwnerOnly.directories(building);
    for (BackupFile file : manifest.files()) {
      Path name = Path.of(file.name());
      Path rest = name.subpath(1, name.getNameCount());
      Path target =
          switch (name.getName(0).toString()) {
            case BackingUp.DATA -> building.resolve(rest);
            case BackingUp.INDEX ->
                IndexSnapshot.folderOf(DataDirectory.elasticsearch(building)).resolve(rest);
            default -> building.resolve(name);
          };
      BackupFolder.copy(backup.resolve(name), target);
    }
  }

  private int bringBackIndex() throws IOException {
    Path folder = DataDirectory.elasticsearch(building);
    try (EmbeddedNode node = EmbeddedNode.start(LocalIndex.home(), folder, 0);
        IndexConnection connection = IndexConnection.open(node.url(), null)) {
      IndexSnapshot snapshot = new IndexSnapshot(connection, folder);
      snapshot.bringBack();
      requireSame(snapshot.counts());
      snapshot.release();
      BackingUp.discard(IndexSnapshot.folderOf(folder));
      return erasures == null ? 0 : eraseAgain(connection, erasures);
    }
  }

  private int eraseAgain(IndexConnection connection, RecordedErasures recorded) throws IOException {
    connection.installTemplates();
    return new ErasingAgain(
            connection, DataDirectory.archive(building), building, Clock.systemUTC())
        .erase(recorded);
  }

  private void requireSame(Map<String, Long> found) {
    for (Map.Entry<String, Span> index : manifest.indices().entrySet()) {
      long count = found.getOrDefault(index.getKey(), 0L);
      if (!index.getValue().holds(count)) {
        throw new Remedy(
            index.getKey()
                + " has "
                + count
                + " documents after the restore, where "
                + index.getValue().least()
                + " to "
                + index.getValue().most()
                + " were backed up: use another backup, and report it.");
      }
    }
  }
}
