// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/**
 * Pages that backfills have asked for and that the index does not have under their own address:
 * they have moved, repeat another page, hold no article, or are refused. Without this memory each
 * further run would begin with them again. Kept are ids alone, which are hashes.
 */
final class AskedPages {
  private final Path data;
  private final Path file;
  private final Set<String> ids;

  private AskedPages(Path data, Path file, Set<String> ids) {
    this.data = data;
    this.file = file;
    this.ids = ids;
  }

  /**
   * @param data the data directory, which may be in use
   */
  static AskedPages of(Path data) {
    Path file = data.resolve("backfilled.txt");
    try {
      return new AskedPages(
          data,
          file,
          Files.exists(file) ? new HashSet<>(Files.readAllLines(file)) : new HashSet<>());
    } catch (IOException e) {
      throw new Remedy(file + " cannot be read (" + e.getMessage() + "); mend or remove it", e);
    }
  }

  boolean contains(String id) {
    return ids.contains(id);
  }

  void add(Collection<String> asked) {
    StringBuilder lines = new StringBuilder();
    asked.stream().filter(ids::add).forEach(id -> lines.append(id).append('\n'));
    try {
      OwnerOnly.directories(data);
      OwnerOnly.file(file);
      Files.writeString(file, lines, StandardCharsets.UTF_8, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new Remedy(file + " cannot be written (" + e.getMessage() + ")", e);
    }
  }
}
