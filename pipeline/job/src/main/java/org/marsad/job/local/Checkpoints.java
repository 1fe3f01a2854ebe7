// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.job.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/** The checkpoints that earlier runs left in one folder. */
public final class Checkpoints {
  /** Written last, so that its presence means that the checkpoint is complete. */
  private static final String METADATA = "_metadata";

  private final Path folder;

  public Checkpoints(Path folder) {
    this.folder = folder;
  }

  public Path folder() {
    return folder;
  }

  /** The newest complete checkpoint: a run that was killed left one behind. */
  public Optional<Path> latest() {
    if (!Files.isDirectory(folder)) {
      return Optional.empty();
    }
    try (Stream<Path> found = Files.walk(folder, 3)) {
      return found
          .filter(path -> path.getFileName().toString().equals(METADATA))
          .max(Comparator.comparing(Checkpoints::lastModified))
          .map(Path::getParent);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the checkpoints in " + folder, e);
    }
  }

  private static long lastModified(Path path) {
    try {
      return Files.getLastModifiedTime(path).toMillis();
    } catch (IOException e) {
      return 0;
    }
  }
}
