// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.marsad.index.ErasedDocument;
import org.marsad.index.Erasure;
import org.marsad.index.IndexConnection;
import org.marsad.sources.warc.WarcErasure;

/**
 * Erases documents from the archive and the index, and notes that it did. The archive comes first:
 * as long as the index knows a document, what is left of it can be found again after a failure.
 */
final class Erasing {
  private final IndexConnection connection;
  private final Path archive;
  private final ErasureLog log;
  private final Clock clock;

  Erasing(IndexConnection connection, Path archive, Path data, Clock clock) {
    this.connection = connection;
    this.archive = archive;
    this.log = new ErasureLog(data);
    this.clock = clock;
  }

  ErasureSummary erase(List<ErasedDocument> documents, String reason) throws IOException {
    Instant now = clock.instant();
    List<String> ids = documents.stream().map(ErasedDocument::id).toList();
    List<String> records = new WarcErasure(archive).erase(ids, new ErasedPages(documents));
    Erasure erasure = new Erasure(connection);
    int rejections = erasure.removeRejections(documents);
    int excerpts = erasure.erase(documents, reason, now);
    connection.refresh();
    ErasureSummary summary =
        new ErasureSummary(
            (int) documents.stream().filter(Erasing::holdsText).count(),
            documents.stream().mapToInt(one -> Math.max(0, one.version() - 1)).sum(),
            (int) documents.stream().filter(one -> !one.wasThere()).count(),
            excerpts,
            rejections,
            records.size());
    log.append(now, reason, ids, summary);
    return summary;
  }

  private static boolean holdsText(ErasedDocument document) {
    return document.wasThere() && !document.erasedBefore();
  }
}
