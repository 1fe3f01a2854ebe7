// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.index.query;

import java.util.List;

/**
 * Some of the stories that were asked for.
 *
 * @param documents that meet the filters: what readers were exposed to
 * @param folded the same where all that tell one story count once
 * @param hasMore whether there are stories beyond
 */
public record StoriesPage(long documents, long folded, List<ToldStory> stories, boolean hasMore) {

  /**
   * A story as a whole, whichever of its documents met the filters.
   *
   * @param matching how many of its documents met them
   * @param first the earliest that was seen
   */
  public record ToldStory(
      StorySpread spread, StanceCounts stances, long matching, StoredDocument first) {}
}
