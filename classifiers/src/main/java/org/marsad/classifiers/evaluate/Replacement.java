// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.classifiers.evaluate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.marsad.classifiers.judge.Classifiers;
import org.marsad.classifiers.model.ModelSet;

/**
 * New models in the place of others. The new ones are trained into a folder of their own, so that
 * the old ones are whole until these are trained and found no worse.
 */
public final class Replacement {
  private final Path models;
  private final Path candidate;

  /**
   * Replaces nothing yet.
   *
   * @param models folder whose models would be replaced, if it has any
   * @param candidate folder that the new ones are trained into
   */
  public Replacement(Path models, Path candidate) {
    this.models = models;
    this.candidate = candidate;
  }

  /** Whether there is anything to compare with. */
  public boolean replaces() {
    return ModelSet.isIn(models);
  }

  /**
   * Figures of the models that would be replaced.
   *
   * @param data folder that may hold {@code hostility/gold-dev}
   * @throws IOException if the reference set cannot be read, or the models, for instance since they
   *     are of another version
   */
  public Map<KeyFigure, Double> before(Path data) throws IOException {
    try {
      return KeyFigure.of(Classifiers.of(models), data);
    } catch (IllegalStateException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  /** Figures of the new models; see {@link #before}. */
  public Map<KeyFigure, Double> after(Path data) throws IOException {
    return KeyFigure.of(Classifiers.of(candidate), data);
  }

  /**
   * Moves the new models to where the old ones are, file by file; nothing else there is touched.
   *
   * @throws IOException if a file cannot be moved; it is then still in the folder of the new ones
   */
  public void replace() throws IOException {
    Files.createDirectories(models);
    List<Path> files;
    try (Stream<Path> listed = Files.list(candidate)) {
      files = listed.sorted().toList();
    }
    for (Path file : files) {
      Files.move(
          file, models.resolve(candidate.relativize(file)), StandardCopyOption.REPLACE_EXISTING);
    }
    Files.delete(candidate);
  }
}
