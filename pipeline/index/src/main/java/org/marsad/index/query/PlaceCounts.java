// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.index.query;

import java.util.List;

/**
 * What is said of which place, as far as it may be told.
 *
 * @param placed the documents that name a place, of those that meet the filters
 * @param unplaced those that name none that the gazetteer knows, or that no model read
 * @param places those that any names, the most documents first; a document that names several is
 *     counted in each
 */
public record PlaceCounts(Told placed, Told unplaced, List<PlaceCount> places) {

  /**
   * @param id of the gazetteer, or of an older one
   * @param sources that its documents are from
   */
  public record PlaceCount(String id, long sources, StanceCounts counts) {}
}
