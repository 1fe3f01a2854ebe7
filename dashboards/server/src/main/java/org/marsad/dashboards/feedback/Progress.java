// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.dashboards.feedback;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.marsad.index.feedback.Review;
import org.marsad.index.feedback.Wordings;
import org.marsad.model.Morocco;

/**
 * How far the work has come, in texts.
 *
 * @param today judged today, in Morocco, by the person who asks
 * @param mine judged by them at all
 * @param all judged by anybody
 * @param second that wait for a second person
 * @param disputed on which people disagree; like those that wait, without what was edited since
 */
record Progress(long today, long mine, long all, long second, long disputed) {
  static Progress of(List<Review> reviews, Wordings wordings, String annotator, Instant now) {
    List<Review> open =
        wordings.standing(
            reviews.stream()
                .filter(review -> ReviewDesk.needsAnother(review) || review.isDisputed())
                .toList());
    LocalDate day = LocalDate.ofInstant(now, Morocco.TIME);
    return new Progress(
        reviews.stream()
            .filter(
                review ->
                    review.labels().stream()
                        .anyMatch(
                            label ->
                                label.annotator().equals(annotator)
                                    && LocalDate.ofInstant(label.at(), Morocco.TIME).equals(day)))
            .count(),
        reviews.stream().filter(review -> review.annotators().contains(annotator)).count(),
        reviews.size(),
        open.stream().filter(ReviewDesk::needsAnother).count(),
        open.stream().filter(Review::isDisputed).count());
  }
}
