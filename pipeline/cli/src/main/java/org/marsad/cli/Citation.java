// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.cli;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.marsad.index.query.StoredDocument;
import org.marsad.model.Document;
import org.marsad.model.Provenance;

/**
 * What a reader needs to trust a quotation.
 *
 * @param sha256 of the captured page
 * @param contentHash of title and text as indexed
 * @param versions how many texts the document has had
 * @param check what looking into the archive came to
 * @param removed since when the archive keeps the page no longer, by its own rules
 * @param changes from each text to the next, oldest first; null where not asked for
 */
record Citation(
    String id,
    @Nullable String title,
    String outlet,
    @Nullable String byline,
    @Nullable String url,
    @Nullable Instant published,
    Instant captured,
    @Nullable String sha256,
    String contentHash,
    @Nullable String archiveFile,
    @Nullable String recordId,
    @Nullable String robots,
    int versions,
    String check,
    @Nullable Instant removed,
    @Nullable List<Change> changes) {

  /**
   * One edit.
   *
   * @param title as a {@link WordDiff}; null where it stayed
   */
  record Change(int version, Instant captured, @Nullable String title, String text) {
    private static Change between(Document former, StoredDocument later) {
      String formerTitle = Objects.requireNonNullElse(former.title(), "");
      String laterTitle = Objects.requireNonNullElse(later.document().title(), "");
      return new Change(
          later.version(),
          later.document().captured(),
          formerTitle.equals(laterTitle) ? null : WordDiff.of(formerTitle, laterTitle),
          WordDiff.of(former.text(), later.document().text()));
    }
  }

  static Citation of(StoredDocument stored, CaptureCheck check, @Nullable Instant removed) {
    Document document = stored.document();
    Provenance provenance = document.provenance();
    return new Citation(
        document.id(),
        document.title(),
        document.sourceId(),
        document.byline(),
        document.url(),
        document.published(),
        document.captured(),
        provenance == null ? null : provenance.sha256(),
        document.contentHash(),
        provenance == null ? null : provenance.archiveFile(),
        provenance == null ? null : provenance.recordId(),
        provenance == null ? null : robots(provenance),
        stored.version(),
        check.verdict(),
        removed,
        null);
  }

  private static String robots(Provenance provenance) {
    return provenance.robots().name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * @param texts all of them, oldest first
   */
  Citation withChanges(List<StoredDocument> texts) {
    List<Change> changes = new ArrayList<>();
    for (int n = 1; n < texts.size(); n++) {
      changes.add(Change.between(texts.get(n - 1).document(), texts.get(n)));
    }
    return new Citation(
        id,
        title,
        outlet,
        byline,
        url,
        published,
        captured,
        sha256,
        contentHash,
        archiveFile,
        recordId,
        robots,
        versions,
        check,
        removed,
        changes);
  }
}
