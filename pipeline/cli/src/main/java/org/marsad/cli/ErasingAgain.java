// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.marsad.index.DocumentsToErase;
import org.marsad.index.ErasedDocument;
import org.marsad.index.IndexConnection;
import org.marsad.model.DocumentIds;
import org.marsad.sources.text.CanonicalUrl;
import org.marsad.sources.warc.WarcErasure;

/** Erases what another record says was erased already, after a backup has brought it back. */
final class ErasingAgain {
  private final DocumentsToErase documents;
  private final Erasing erasing;
  private final Path archive;
  private final ErasureLog log;

  ErasingAgain(IndexConnection connection, Path archive, Path data, Clock clock) {
    this.documents = new DocumentsToErase(connection);
    this.erasing = new Erasing(connection, archive, data, clock);
    this.archive = archive;
    this.log = new ErasureLog(data);
  }

  /** Those of it that have come back. */
  List<ErasedDocument> held(RecordedErasures recorded) {
    return documents.among(recorded::name);
  }

  /**
   * Takes the record over, too.
   *
   * @return how many documents had come back
   */
  int erase(RecordedErasures recorded) throws IOException {
    List<ErasureLog.Line> own = log.lines();
    log.append(recorded.lines().stream().filter(line -> !own.contains(line)).toList());
    int held = 0;
    for (Map.Entry<String, List<String>> wish : byReason(recorded).entrySet()) {
      held += erasing.erase(documents.read(wish.getValue()), wish.getKey()).documents();
    }
    return held;
  }

  private Map<String, List<String>> byReason(RecordedErasures recorded) throws IOException {
    Set<String> ids = recorded.ids();
    held(recorded).forEach(document -> ids.add(document.id()));
    ids.addAll(archived(recorded));
    return ids.stream()
        .sorted()
        .collect(Collectors.groupingBy(recorded::reason, TreeMap::new, Collectors.toList()));
  }

  /** A page may be in the archive whose document the index of the backup did not have yet. */
  private Set<String> archived(RecordedErasures recorded) throws IOException {
    Set<String> found = new HashSet<>();
    new WarcErasure(archive)
        .erase(
            Set.of(),
            page -> {
              String canonical = CanonicalUrl.of(page.url());
              String id = canonical == null ? null : DocumentIds.ofUrl(canonical);
              boolean erased = recorded.name(id);
              if (erased && id != null) {
                found.add(id);
              }
              return erased;
            });
    return found;
  }
}
