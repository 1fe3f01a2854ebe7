// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.marsad.index.benchmark.ManyDocuments;
import org.marsad.sources.archive.ArchiveInput;
import org.marsad.sources.archive.FieldMapping;

/** Fills a fresh index to measure queries on: some documents are judged, the rest repeats them. */
final class FilledIndex {
  private static final int ORIGINALS = 3_000;

  private FilledIndex() {}

  /**
   * @param folder for the file that the documents come from
   * @param span how far back from {@code end} they were published
   */
  static void fill(
      LocalIndex index, DataDirectory data, Path folder, int documents, Instant end, Duration span)
      throws Exception {
    Path file = GeneratedDocuments.write(folder.resolve("originals.jsonl"), ORIGINALS);
    new Importing(index, data.pseudonymKey())
        .run(new ArchiveInput(List.of(file), null, FieldMapping.USUAL, null, null));
    new ManyDocuments(index.connection()).write(documents, end, span);
  }
}
