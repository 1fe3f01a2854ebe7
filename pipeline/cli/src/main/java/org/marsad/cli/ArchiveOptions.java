// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.marsad.job.settings.Settings;
import org.marsad.sources.warc.WarcSettings;
import picocli.CommandLine.Option;

/** Where captured pages are kept. */
final class ArchiveOptions {
  @Option(
      names = "--archive",
      paramLabel = "DIR",
      description = "The archive of captured pages (default: archive in the data directory).")
  @Nullable Path folder;

  Path folder(IndexOptions index) {
    return folder == null ? DataDirectory.archive(index.data) : folder;
  }

  /** How pages are kept there; null where the settings say that none are. */
  static @Nullable WarcSettings settings(Path folder, Settings.Archive archive) {
    return archive.enabled()
        ? new WarcSettings(
            folder.toString(),
            archive.maxFileBytes(),
            archive.keep(),
            archive.maxTotalBytes(),
            archive.keepFreeBytes())
        : null;
  }
}
