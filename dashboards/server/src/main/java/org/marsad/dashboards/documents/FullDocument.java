// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.dashboards.documents;

import org.jspecify.annotations.Nullable;
import org.marsad.dashboards.sources.Outlets;
import org.marsad.index.query.StoredDocument;

/**
 * A document with all of its text.
 *
 * @param masked whether something in title or text is hidden
 */
record FullDocument(DocumentView document, @Nullable Passage title, Passage text, boolean masked) {

  static FullDocument masked(StoredDocument stored, Outlets outlets) {
    return of(stored, outlets, Passages.masked(stored.document()));
  }

  static FullDocument revealed(StoredDocument stored, Outlets outlets) {
    return of(stored, outlets, Passages.revealed(stored.document()));
  }

  private static FullDocument of(StoredDocument stored, Outlets outlets, Passages passages) {
    return new FullDocument(
        DocumentView.of(stored, outlets),
        passages.title(null),
        passages.text(),
        passages.isMasked());
  }
}
