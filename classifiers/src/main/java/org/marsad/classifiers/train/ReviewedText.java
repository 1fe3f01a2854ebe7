// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.classifiers.train;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.marsad.classifiers.Stance;

/**
 * What the reviewers of a text agree on.
 *
 * @param rated whether its intensity was said
 */
record ReviewedText(LabelledText text, boolean rated) {

  /**
   * Counts votes: each reviewer has one, the latest; the majority of relevance wins, then among its
   * votes the commonest stance, then of those the middle intensity. The order of the lines does not
   * matter.
   *
   * @param lines about one text, at least one
   * @return null where no side outweighs, or nobody is at one with themselves
   */
  static @Nullable ReviewedText of(List<FeedbackLine> lines) {
    List<FeedbackLine> votes = votes(lines);
    long relevant = votes.stream().filter(FeedbackLine::relevant).count();
    if (2 * relevant == votes.size()) {
      return null;
    }
    boolean isRelevant = 2 * relevant > votes.size();
    List<FeedbackLine> winners =
        votes.stream().filter(vote -> vote.relevant() == isRelevant).toList();
    if (winners.stream().anyMatch(vote -> vote.stance() != null)) {
      Stance stance = commonestStance(winners);
      if (stance == null) {
        return null;
      }
      winners = winners.stream().filter(vote -> vote.stance() == stance).toList();
    }
    return agreed(winners);
  }

  private static List<FeedbackLine> votes(List<FeedbackLine> lines) {
    Map<String, List<FeedbackLine>> byReviewer = new TreeMap<>();
    for (FeedbackLine line : lines) {
      byReviewer
          .computeIfAbsent(Objects.requireNonNullElse(line.reviewer(), ""), k -> new ArrayList<>())
          .add(line);
    }
    List<FeedbackLine> votes = new ArrayList<>();
    for (List<FeedbackLine> ofOne : byReviewer.values()) {
      ofOne.sort(FeedbackLine.LATEST_FIRST);
      FeedbackLine latest = ofOne.get(0);
      if (ofOne.stream()
          .filter(line -> line.time().equals(latest.time()))
          .allMatch(latest::agrees)) {
        votes.add(latest);
      }
    }
    votes.sort(FeedbackLine.LATEST_FIRST);
    return votes;
  }

  /** Null where two are equally common. */
  private static @Nullable Stance commonestStance(List<FeedbackLine> votes) {
    int[] counts = new int[Stance.values().length];
    for (FeedbackLine vote : votes) {
      Stance stance = vote.stance();
      if (stance != null) {
        counts[stance.ordinal()]++;
      }
    }
    int most = Arrays.stream(counts).max().orElseThrow();
    List<Stance> commonest =
        Arrays.stream(Stance.values()).filter(stance -> counts[stance.ordinal()] == most).toList();
    return commonest.size() == 1 ? commonest.get(0) : null;
  }

  /** In the words of the latest of those who agree. */
  private static ReviewedText agreed(List<FeedbackLine> winners) {
    FeedbackLine first = winners.get(0);
    double[] intensities =
        winners.stream()
            .map(FeedbackLine::intensity)
            .filter(Objects::nonNull)
            .mapToDouble(Double::doubleValue)
            .sorted()
            .toArray();
    boolean rated = intensities.length > 0;
    return new ReviewedText(
        new LabelledText(
            Feedback.SET,
            first.text(),
            first.title(),
            first.kind(),
            first.language(),
            first.offensive(),
            first.relevant(),
            first.stance(),
            rated ? intensities[(intensities.length - 1) / 2] : 0,
            first.targets(),
            first.frames(),
            null,
            null),
        rated);
  }
}
