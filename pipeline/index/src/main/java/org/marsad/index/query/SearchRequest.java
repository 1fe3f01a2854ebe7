// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.index.query;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.marsad.model.Filters;

/**
 * One page of documents.
 *
 * @param size how many hits, 1 to {@value #MAX_SIZE}; beyond is cut to that
 * @param after {@link SearchPage#next} of the page before, in the same order; null for the first
 */
public record SearchRequest(Filters filters, Sort sort, int size, @Nullable List<String> after) {
  public static final int MAX_SIZE = 200;

  public SearchRequest {
    size = Math.max(1, Math.min(MAX_SIZE, size));
  }
}
