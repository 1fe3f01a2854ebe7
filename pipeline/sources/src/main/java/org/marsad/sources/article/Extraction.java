// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.article;

import org.jspecify.annotations.Nullable;
import org.marsad.model.Document;
import org.marsad.model.Rejection;

/** What a captured document came to: exactly one of its parts is present. */
public record Extraction(@Nullable Document document, @Nullable Rejection rejection) {

  static Extraction of(Document document) {
    return new Extraction(document, null);
  }

  static Extraction of(Rejection rejection) {
    return new Extraction(null, rejection);
  }
}
