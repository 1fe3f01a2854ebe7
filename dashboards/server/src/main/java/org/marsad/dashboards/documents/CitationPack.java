// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.dashboards.documents;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.marsad.dashboards.sources.Outlets;
import org.marsad.index.query.StoredDocument;
import org.marsad.model.Document;
import org.marsad.model.Provenance;
import org.marsad.model.masking.Controls;

/**
 * What a reader needs to trust a quotation, as a file to keep beside it.
 *
 * @param title with slurs masked, as on the page
 * @param provenance of the captured page; null where nothing was captured but the text
 * @param contentHash SHA-256 of title and text as they were indexed
 * @param versions all texts that the document has had, oldest first
 * @param check the command that looks into the archive
 */
record CitationPack(
    String id,
    String outlet,
    @Nullable String title,
    @Nullable String byline,
    @Nullable String url,
    @Nullable Instant published,
    @Nullable Instant modified,
    Instant captured,
    String contentHash,
    @Nullable Provenance provenance,
    List<Version> versions,
    String check) {

  /** One text of the document. */
  record Version(int number, Instant captured, String contentHash) {
    private static Version of(StoredDocument stored) {
      return new Version(
          stored.version(), stored.document().captured(), stored.document().contentHash());
    }
  }

  /**
   * @param former texts, oldest first
   */
  static CitationPack of(StoredDocument stored, List<StoredDocument> former, Outlets outlets) {
    Document document = stored.document();
    Passage title = Passages.masked(document).title(null);
    List<Version> versions = new ArrayList<>(former.stream().map(Version::of).toList());
    versions.add(Version.of(stored));
    return new CitationPack(
        document.id(),
        outlets.name(document.sourceId()),
        title == null ? null : title.text(),
        Controls.without(document.byline()),
        Controls.without(document.url()),
        document.published(),
        document.modified(),
        document.captured(),
        document.contentHash(),
        document.provenance(),
        List.copyOf(versions),
        "./marsad cite " + document.id());
  }
}
