// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.story;

import java.time.Duration;
import org.marsad.sources.story.Facts.Agreement;
import org.marsad.sources.story.Sketch.Overlap;

/** Decides whether two articles tell one story. The thresholds are those of STORIES.md. */
final class Likeness {
  /** Of the smaller text's shingles, this part is in the other: a copy, whole or in part. */
  private static final double CONTAINED = 0.5;

  /** With the same title less will do. */
  private static final double CONTAINED_UNDER_ONE_TITLE = 0.15;

  /** A smaller text is contained by chance, or because it is nothing but a usual phrase. */
  private static final int LEAST_SHINGLES = 12;

  /** Later than that it is another edition: bulletins, prices, timetables. */
  private static final long COPIED_WITHIN = Duration.ofDays(7).toMillis();

  private static final long TRANSLATED_WITHIN = Duration.ofHours(48).toMillis();

  private Likeness() {}

  /**
   * @return how much of the smaller text is in the other, 0 to 1; 0 where they are two stories
   */
  static double ofText(Fingerprint one, Fingerprint other) {
    if (Math.abs(one.at() - other.at()) > COPIED_WITHIN) {
      return 0;
    }
    Overlap overlap = one.sketch().overlap(other.sketch());
    boolean isSameTitle = one.title() != 0 && one.title() == other.title();
    boolean isSame =
        overlap.smaller() < LEAST_SHINGLES
            ? isSameTitle || overlap.jaccard() == 1
            : overlap.containment() >= (isSameTitle ? CONTAINED_UNDER_ONE_TITLE : CONTAINED);
    return isSame ? overlap.containment() : 0;
  }

  /**
   * @return which part of the numbers and places that both could have they do have, 0 to 1; 0 where
   *     that is no sign of one event
   */
  static double ofFacts(Fingerprint one, Fingerprint other) {
    if (!one.facts().areTranslatable(other.facts())
        || Math.abs(one.at() - other.at()) > TRANSLATED_WITHIN) {
      return 0;
    }
    Agreement agreement = one.facts().agreement(other.facts());
    boolean isSame =
        agreement.places() >= 1
            && (agreement.numbers() >= 2 || agreement.numbers() == 1 && agreement.names() >= 3);
    return isSame
        ? (double) (agreement.numbers() + agreement.places())
            / (agreement.ofNumbers() + agreement.ofPlaces())
        : 0;
  }
}
