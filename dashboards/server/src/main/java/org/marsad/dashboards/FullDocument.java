// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.dashboards;

import org.jspecify.annotations.Nullable;
import org.marsad.model.Document;

/**
 * A document with all of its text.
 *
 * @param masked whether something in title or text is hidden
 */
record FullDocument(
    DocumentView document, @Nullable Passage title, Passage text, boolean masked) {

  static FullDocument masked(Document document) {
    return of(document, Passages.masked(document));
  }

  static FullDocument revealed(Document document) {
    return of(document, Passages.revealed(document));
  }

  private static FullDocument of(Document document, Passages passages) {
    return new FullDocument(
        DocumentView.of(document), passages.title(null), passages.text(), passages.isMasked());
  }
}
