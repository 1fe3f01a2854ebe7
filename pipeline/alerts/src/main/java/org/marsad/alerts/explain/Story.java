// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.alerts.explain;

import static java.util.Comparator.comparingInt;

import java.util.Comparator;
import java.util.List;
import org.marsad.classifiers.Assessment;
import org.marsad.model.Document;

/**
 * Documents that are about one and the same thing.
 *
 * @param size how many documents
 * @param told how many of them a statistic may speak of, see {@link org.marsad.model.Authorship}
 * @param texts what is said in them, copies left out, the most telling first
 */
record Story(int size, int told, List<Text> texts) {

  /**
   * One text.
   *
   * @param document the most telling of those that have it
   * @param copies how many have it, this one among them
   */
  record Text(Document document, int copies) {
    /** The most telling first. */
    static final Comparator<Text> TELLING =
        Comparator.comparing(Text::document, Story.TELLING)
            .thenComparing(comparingInt(Text::copies).reversed())
            .thenComparing(text -> text.document().id());
  }

  /** By intensity, then by hostility, the highest first. */
  static final Comparator<Document> TELLING =
      comparingInt(Story::intensity).thenComparingDouble(Story::hostility).reversed();

  private static int intensity(Document document) {
    Assessment judged = document.assessment();
    return judged == null || !judged.classified() ? 0 : judged.intensity();
  }

  private static double hostility(Document document) {
    Assessment judged = document.assessment();
    return judged == null || !judged.classified() ? 0 : judged.hostility();
  }
}
