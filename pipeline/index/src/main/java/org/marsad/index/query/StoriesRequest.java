// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.index.query;

import org.marsad.model.Filters;

/**
 * One page of the stories that at least two of the documents tell that meet the filters: with
 * sources chosen, what these have in common.
 *
 * @param size how many stories, 1 to {@value #MAX_SIZE}; beyond is cut to that
 * @param skipped how many come before, 0 to {@value #MAX_SKIPPED}
 */
public record StoriesRequest(Filters filters, Order order, int size, int skipped) {
  public static final int MAX_SIZE = 100;

  /** Nobody reads so far; who wants all narrows the days. */
  public static final int MAX_SKIPPED = 2_000;

  /** Which story comes first. */
  public enum Order {
    /** The one that the most documents tell. */
    REACH,
    /** The one that was told last. */
    LATEST
  }

  public StoriesRequest {
    size = Math.max(1, Math.min(MAX_SIZE, size));
    skipped = Math.max(0, Math.min(MAX_SKIPPED, skipped));
  }
}
