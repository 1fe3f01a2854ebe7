// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.index.query;

import java.util.List;

/**
 * What is said of which place.
 *
 * @param documents all that meet the filters
 * @param unplaced those of them that name no place that the gazetteer knows, or that no model read
 * @param places those that any names, the most documents first; a document that names several is
 *     counted in each
 */
public record PlaceCounts(long documents, long unplaced, List<PlaceCount> places) {

  /**
   * @param id of the gazetteer, or of an older one
   * @param documents that name it
   * @param sources that these are from
   */
  public record PlaceCount(String id, long documents, long sources, StanceCounts stances) {}
}
