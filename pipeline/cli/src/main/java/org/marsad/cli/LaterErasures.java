// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the record of what was erased after a backup was taken. */
final class LaterErasures {
  private final Path backup;
  private final @Nullable Path named;

  /**
   * @param named where the user says it is; null where the user does not
   */
  LaterErasures(Path backup, @Nullable Path named) {
    this.backup = backup;
    this.named = named;
  }

  /**
   * Null where nobody knows: the directory that was backed up is gone, or another stands there.
   *
   * @throws Remedy if what the user named is no later record of the same directory
   */
  @Nullable RecordedErasures find(BackupManifest manifest) throws IOException {
    List<ErasureLog.Line> held = new ErasureLog(backup.resolve(BackingUp.DATA)).lines();
    if (named != null) {
      RecordedErasures recorded = RecordedErasures.in(named);
      if (!recorded.continues(held)) {
        throw new Remedy(
            named.toAbsolutePath()
                + " does not go on from the record of erasures in the backup: it is an older one,"
                + " or of another data directory. Give the one that was used last.");
      }
      return recorded;
    }
    Path origin = manifest.origin() == null ? null : Path.of(manifest.origin());
    if (origin == null || !Files.isDirectory(origin) || !DataLayout.isMarked(origin)) {
      return null;
    }
    RecordedErasures recorded = RecordedErasures.in(origin);
    return recorded.continues(held) && isSame(origin) ? recorded : null;
  }

  /** Its key is the directory's own; a new directory at the same place has another. */
  private boolean isSame(Path origin) throws IOException {
    Path key = SecretKey.PSEUDONYMS.file(origin);
    Path kept = SecretKey.PSEUDONYMS.file(backup.resolve(BackingUp.DATA));
    return Files.exists(key) && Files.exists(kept) && Files.mismatch(key, kept) < 0;
  }
}
