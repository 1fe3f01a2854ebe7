// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.archive;

import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.marsad.model.DocumentKind;
import org.marsad.model.Intake;
import org.marsad.model.Provenance;
import org.marsad.model.Provenance.Robots;
import org.marsad.model.RawDocument;
import org.marsad.model.Rejection;
import org.marsad.model.Stage;
import org.marsad.sources.warc.ArchivedPage;

/**
 * A file that is being imported, and what comes out of it without any mapping: pages and
 * rejections.
 *
 * @param kind of all that is in it, where the user says so
 */
record ImportedFile(ArchiveSplit split, @Nullable DocumentKind kind, Clock clock) {

  /** Of a file that is one page. */
  Intake page(byte[] body) {
    return page(body, null, null, clock.instant(), 0, Provenance.of(body, Robots.NOT_ASKED));
  }

  /** Of a page as a web archive's record holds it. */
  Intake page(ArchivedPage.Whole page) {
    return page(
        page.body(),
        page.url(),
        page.contentType(),
        page.captured(),
        page.number(),
        Provenance.of(page.body(), Robots.NOT_ASKED).keptIn(split.name(), page.recordId()));
  }

  private Intake page(
      byte[] body,
      @Nullable String url,
      @Nullable String contentType,
      Instant captured,
      long number,
      Provenance provenance) {
    Instant now = clock.instant();
    DocumentKind given = kind == null ? DocumentKind.ARTICLE : kind;
    Instant at = captured.isBefore(now) ? captured : now;
    return Intake.of(
        RawDocument.builder(split.sourceId(), given, at, reference(number))
            .url(url)
            .body(body)
            .contentType(contentType)
            .provenance(provenance)
            .build());
  }

  /**
   * @param number the record's, or 0 for the file as a whole
   */
  Intake rejection(String reason, String message, long number) {
    return Intake.of(
        new Rejection(
            split.sourceId(), Stage.READ, reason, message, reference(number), clock.instant()));
  }

  /** Where to find a record again. */
  String reference(long number) {
    return number == 0 ? split.name() : split.name() + ":" + number;
  }
}
