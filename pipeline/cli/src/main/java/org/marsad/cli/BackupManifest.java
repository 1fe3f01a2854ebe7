// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.marsad.model.Json;

/**
 * What a backup holds. It is written last: a folder without it is no backup, or an unfinished one.
 *
 * @param layout of the data directory, see {@link DataLayout}
 * @param writtenBy the version of Marsad
 * @param origin the data directory, which may know of what was erased since; null in old backups
 * @param indices by name, how many documents each holds
 * @param files all others, in the order of their names
 */
record BackupManifest(
    int layout,
    String writtenBy,
    Instant taken,
    @Nullable String origin,
    Map<String, Span> indices,
    List<BackupFile> files) {
  static final String NAME = "marsad-backup.json";

  /** Where documents came in while the snapshot was taken, their number lies between two. */
  record Span(long least, long most) {
    static Span of(long before, long after) {
      return new Span(Math.min(before, after), Math.max(before, after));
    }

    boolean holds(long count) {
      return least <= count && count <= most;
    }
  }

  /**
   * @param name relative to the backup's folder, with slashes
   * @param sha256 lower-case hexadecimal digits
   */
  record BackupFile(String name, long bytes, String sha256) {}

  /**
   * @throws Remedy if the folder is no whole backup that this Marsad can read
   */
  static BackupManifest of(Path folder) throws IOException {
    Path file = folder.resolve(NAME);
    try {
      BackupManifest manifest = Json.MAPPER.readValue(file.toFile(), BackupManifest.class);
      new DataLayout(manifest.layout, manifest.writtenBy).require("the backup " + folder);
      return manifest;
    } catch (NoSuchFileException | FileNotFoundException absent) {
      throw new Remedy(
          folder.toAbsolutePath()
              + " is no backup of Marsad, or one that was not finished: it has no "
              + NAME
              + ". Give the folder that ./marsad backup made.",
          absent);
    } catch (JsonProcessingException damaged) {
      throw new Remedy(
          file.toAbsolutePath() + " is damaged and cannot be read: take another backup.", damaged);
    }
  }

  void write(Path folder) throws IOException {
    Path fresh = folder.resolve(NAME + ".new");
    OwnerOnly.file(fresh);
    Files.write(fresh, Json.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsBytes(this));
    Files.move(fresh, folder.resolve(NAME), StandardCopyOption.ATOMIC_MOVE);
  }

  long bytes() {
    return files.stream().mapToLong(BackupFile::bytes).sum();
  }
}
