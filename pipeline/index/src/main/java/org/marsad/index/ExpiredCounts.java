// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.index;

import java.util.Map;
import org.marsad.model.DocumentKind;

/**
 * What has been kept for as long as it may be, or was erased for that.
 *
 * @param documents by kind, whose texts and former texts go
 * @param excerpts of them in alerts; 0 where nothing was erased yet
 */
public record ExpiredCounts(Map<DocumentKind, Long> documents, long rejections, long excerpts) {
  public ExpiredCounts {
    documents = Map.copyOf(documents);
  }
}
