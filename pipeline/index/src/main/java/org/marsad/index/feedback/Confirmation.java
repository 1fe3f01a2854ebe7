// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.index.feedback;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What came of a person's look at how severe a text is. */
public enum Confirmation {
  /** It is as severe as the model says, or from 4 on another level of those. */
  CONFIRMED,
  /** It is not. */
  CORRECTED;

  /** Null where nobody has said how severe it is, or people disagree. */
  static @Nullable Confirmation of(Review review) {
    if (review.isDisputed()) {
      return null;
    }
    if (Review.NO.equals(review.truth(Layer.RELEVANT))) {
      return confirms(Review.NO.equals(review.said(Layer.RELEVANT)));
    }
    List<String> level = review.truth(Layer.INTENSITY);
    List<String> said = review.said(Layer.INTENSITY);
    return level == null
        ? null
        : confirms(level.equals(said) || (said != null && isSevere(level) && isSevere(said)));
  }

  private static Confirmation confirms(boolean agrees) {
    return agrees ? CONFIRMED : CORRECTED;
  }

  private static boolean isSevere(List<String> level) {
    return Integer.parseInt(level.get(0)) >= Candidates.NEEDS_REVIEW;
  }
}
