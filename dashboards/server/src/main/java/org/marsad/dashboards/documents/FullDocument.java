// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.dashboards.documents;

import org.jspecify.annotations.Nullable;
import org.marsad.dashboards.sources.Outlets;
import org.marsad.index.feedback.LabelBook;
import org.marsad.index.query.StoredDocument;

/**
 * A document with all of its text.
 *
 * @param masked whether something in title or text is hidden
 */
record FullDocument(DocumentView document, @Nullable Passage title, Passage text, boolean masked) {

  static FullDocument masked(StoredDocument stored, Outlets outlets, LabelBook labels) {
    return of(stored, outlets, labels, Passages.masked(stored.document()));
  }

  static FullDocument revealed(StoredDocument stored, Outlets outlets, LabelBook labels) {
    return of(stored, outlets, labels, Passages.revealed(stored.document()));
  }

  private static FullDocument of(
      StoredDocument stored, Outlets outlets, LabelBook labels, Passages passages) {
    return new FullDocument(
        DocumentView.of(stored, outlets, labels),
        passages.title(null),
        passages.text(),
        passages.isMasked());
  }
}
