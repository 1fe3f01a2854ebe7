// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.story;

import java.time.Duration;
import org.marsad.sources.story.Facts.Agreement;
import org.marsad.sources.story.Sketch.Overlap;

/**
 * Decides whether two articles tell one story. The thresholds were chosen on the development half
 * of the pairs that STORIES.md tells of.
 *
 * <p>Words alone do not tell a shortened report from the next bulletin of the same template: each
 * has half of its words from the other. But the report keeps the figures, and the bulletin does
 * not; and a newsroom puts its own words around another's text, while a template is its own.
 */
final class Likeness {
  /** Nearly all of the smaller text is in the other: a copy, even where figures were updated. */
  private static final double COPIED = 0.8;

  /** Half of it is: a copy, if it comes soon and no figures speak against it. */
  private static final double MOSTLY = 0.5;

  /** Less is, but the figures are the same: a newsroom's own words around a wire's. */
  private static final double PARTLY = 0.4;

  /** With the same title as much will do as is not chance. */
  private static final double UNDER_ONE_TITLE = 0.15;

  /** So many of the figures that both could have make them the same. */
  private static final double MOST_FIGURES = 0.5;

  private static final double NEARLY_ALL_FIGURES = 0.75;

  /** One may be the same by chance. */
  private static final int SEVERAL = 2;

  /** A smaller text is contained by chance, or because it is nothing but a usual phrase. */
  private static final int LEAST_SHINGLES = 12;

  /** For a part to be more than a usual sentence. */
  private static final int LEAST_SHINGLES_FOR_A_PART = 30;

  private static final long SOON = Duration.ofHours(12).toMillis();

  /** Later than that it is another edition: bulletins, prices, timetables. */
  private static final long COPIED_WITHIN = Duration.ofDays(7).toMillis();

  private static final long TRANSLATED_WITHIN = Duration.ofHours(48).toMillis();

  private Likeness() {}

  /**
   * @return how much of the smaller text is in the other, 0 to 1; 0 where they are two stories
   */
  static double ofText(Fingerprint one, Fingerprint other) {
    long apart = Math.abs(one.at() - other.at());
    Overlap overlap = one.sketch().overlap(other.sketch());
    return apart <= COPIED_WITHIN && isCopy(one, other, overlap, apart <= SOON)
        ? overlap.containment()
        : 0;
  }

  private static boolean isCopy(
      Fingerprint one, Fingerprint other, Overlap overlap, boolean isSoon) {
    Agreement figures = one.facts().ofNumbers(other.facts());
    boolean isSameTitle = one.title() != 0 && one.title() == other.title();
    boolean isLikely = figures.share() >= MOST_FIGURES || figures.possible() == 0 && isSoon;
    if (overlap.smaller() < LEAST_SHINGLES) {
      return overlap.jaccard() == 1 || isSameTitle && isLikely;
    }
    double contained = overlap.containment();
    return contained >= COPIED
        || contained >= UNDER_ONE_TITLE && isSameTitle && isLikely
        || !one.outlet().equals(other.outlet())
            && (contained >= MOSTLY && isLikely
                || contained >= PARTLY && isRewritten(overlap, figures, isSoon));
  }

  private static boolean isRewritten(Overlap overlap, Agreement figures, boolean isSoon) {
    return overlap.smaller() >= LEAST_SHINGLES_FOR_A_PART
        && figures.share() >= NEARLY_ALL_FIGURES
        && (figures.shared() >= SEVERAL || isSoon);
  }

  /**
   * @return which part of the figures of that one which has more the other has, 0 to 1; 0 where
   *     that is no sign of one event
   */
  static double ofFacts(Fingerprint one, Fingerprint other) {
    if (!one.facts().areTranslatable(other.facts())
        || Math.abs(one.at() - other.at()) > TRANSLATED_WITHIN) {
      return 0;
    }
    Agreement figures = one.facts().ofTellingNumbers(other.facts());
    boolean isSame =
        figures.shared() >= SEVERAL
            && figures.share() >= MOST_FIGURES
            && one.facts().sharesLargeNumber(other.facts())
            && one.facts().ofPlaces(other.facts()).shared() >= 1;
    return isSame ? figures.share() : 0;
  }
}
