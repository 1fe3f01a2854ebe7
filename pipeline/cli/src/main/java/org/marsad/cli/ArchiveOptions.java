// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
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
}
