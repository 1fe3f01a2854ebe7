// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.dashboards.stories;

import org.jspecify.annotations.Nullable;
import org.marsad.dashboards.documents.StoryView;
import org.marsad.dashboards.documents.TellingView;
import org.marsad.dashboards.sources.Outlets;
import org.marsad.index.query.StanceCounts;
import org.marsad.index.query.StoriesPage.ToldStory;

/**
 * A story in a list.
 *
 * @param story how far it went, as a whole
 * @param matching how many of its documents met the filters
 * @param first the earliest telling that was seen
 * @param stances of its documents
 */
record StorySummary(StoryView story, long matching, TellingView first, Stances stances) {

  /** Counts; null where all of it is withheld. */
  record Stances(
      @Nullable Long hostile,
      @Nullable Long reporting,
      @Nullable Long supportive,
      @Nullable Long other,
      @Nullable Long rest) {

    static Stances of(StanceCounts counts) {
      return new Stances(
          counts.hostile().shown(),
          counts.reporting().shown(),
          counts.supportive().shown(),
          counts.other().shown(),
          counts.rest().shown());
    }
  }

  static StorySummary of(ToldStory told, Outlets outlets) {
    return new StorySummary(
        StoryView.of(told.spread(), outlets),
        told.matching(),
        TellingView.of(told.first(), outlets),
        Stances.of(told.stances()));
  }
}
