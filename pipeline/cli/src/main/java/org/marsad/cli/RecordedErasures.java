// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.marsad.sources.warc.WarcErasure;

/**
 * What was erased, by the record of a data directory that has seen more than a backup of it. The
 * log knows documents by hashes alone; the archive of that directory, where it is there, by their
 * ids, so that also those that the backup never held are kept out.
 */
final class RecordedErasures {
  private static final String NO_LINE = "on-request";

  private final Path place;
  private final List<ErasureLog.Line> lines;
  private final Set<String> ids;
  private final Map<String, String> reasons = new HashMap<>();

  private RecordedErasures(Path place, List<ErasureLog.Line> lines, Set<String> ids) {
    this.place = place;
    this.lines = lines;
    this.ids = ids;
    for (ErasureLog.Line line : lines) {
      line.documents().forEach(hash -> reasons.put(hash, line.reason()));
    }
  }

  /**
   * @param place a data directory, or the file erasures.jsonl of one
   * @throws Remedy if it is neither
   */
  static RecordedErasures in(Path place) throws IOException {
    if (Files.isDirectory(place)) {
      if (!Files.exists(place.resolve(ErasureLog.NAME)) && !DataLayout.isMarked(place)) {
        throw new Remedy(
            place.toAbsolutePath()
                + " is no data directory of Marsad, and has no "
                + ErasureLog.NAME
                + ": give one, or that file of one.");
      }
      return new RecordedErasures(
          place,
          new ErasureLog(place).lines(),
          WarcErasure.erasedIds(DataDirectory.archive(place)));
    }
    if (!Files.exists(place)) {
      throw new Remedy(
          "there is no "
              + place.toAbsolutePath()
              + ": give the "
              + ErasureLog.NAME
              + " of the data directory that was used last, or that directory.");
    }
    return new RecordedErasures(place, ErasureLog.read(place), Set.of());
  }

  Path place() {
    return place;
  }

  /** In the order in which they were done. */
  List<ErasureLog.Line> lines() {
    return lines;
  }

  /** Whether it begins with all that an older record of the same directory holds. */
  boolean continues(List<ErasureLog.Line> older) {
    return lines.size() >= older.size() && lines.subList(0, older.size()).equals(older);
  }

  /** Those that are known by more than a hash. */
  Set<String> ids() {
    return new HashSet<>(ids);
  }

  boolean name(@Nullable String id) {
    return id != null && (ids.contains(id) || reasons.containsKey(ErasureLog.hash(id)));
  }

  String reason(String id) {
    return reasons.getOrDefault(ErasureLog.hash(id), NO_LINE);
  }
}
