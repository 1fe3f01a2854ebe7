// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.classifiers.train;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.marsad.classifiers.Stance;

/**
 * What the reviewers of a text agree on.
 *
 * @param rated whether its intensity was said, and agreed on
 * @param isAssured whether at least two more reviewers say so than say otherwise, or somebody
 *     decided between them
 */
record ReviewedText(LabelledText text, boolean rated, boolean isAssured) {
  private static final int ASSURED = 2;

  /** Levels that far apart are one opinion. */
  private static final double NEAR = 1;

  /**
   * Counts votes. Where somebody decided between others, the latest decision is all that counts.
   * Else each reviewer has one vote, the latest; more than half of the votes decide relevance, more
   * than half of theirs that name a stance decide it, and of those the middle intensity counts
   * where more than half are near it. The order of the lines does not matter.
   *
   * @param lines about one text, at least one
   * @return null where no side outweighs, or nobody is at one with themselves
   */
  static @Nullable ReviewedText of(List<FeedbackLine> lines) {
    List<FeedbackLine> decisions = lines.stream().filter(FeedbackLine::decides).toList();
    if (!decisions.isEmpty()) {
      FeedbackLine decision = latest(decisions);
      return decision == null ? null : agreed(List.of(decision), true);
    }
    List<FeedbackLine> votes = votes(lines);
    int lead = lead(votes, FeedbackLine::relevant);
    if (lead == 0) {
      return null;
    }
    boolean isRelevant = lead > 0;
    List<FeedbackLine> winners =
        votes.stream().filter(vote -> vote.relevant() == isRelevant).toList();
    int least = Math.abs(lead);
    List<FeedbackLine> telling = winners.stream().filter(vote -> vote.stance() != null).toList();
    if (!telling.isEmpty()) {
      Stance stance = commonestStance(telling);
      int leadOfStance = lead(telling, vote -> vote.stance() == stance);
      if (leadOfStance <= 0) {
        return null;
      }
      least = Math.min(least, leadOfStance);
      winners = telling.stream().filter(vote -> vote.stance() == stance).toList();
    }
    return agreed(winners, least >= ASSURED);
  }

  /** One of each reviewer who is at one with themselves. */
  private static List<FeedbackLine> votes(List<FeedbackLine> lines) {
    Map<String, List<FeedbackLine>> byReviewer = new TreeMap<>();
    for (FeedbackLine line : lines) {
      byReviewer
          .computeIfAbsent(Objects.requireNonNullElse(line.reviewer(), ""), k -> new ArrayList<>())
          .add(line);
    }
    return byReviewer.values().stream()
        .map(ReviewedText::latest)
        .filter(Objects::nonNull)
        .sorted(FeedbackLine.LATEST_FIRST)
        .toList();
  }

  /** Null where two that are equally late say different things. */
  private static @Nullable FeedbackLine latest(List<FeedbackLine> lines) {
    List<FeedbackLine> inOrder = lines.stream().sorted(FeedbackLine.LATEST_FIRST).toList();
    FeedbackLine latest = inOrder.get(0);
    return inOrder.stream()
            .filter(line -> line.time().equals(latest.time()))
            .allMatch(latest::agrees)
        ? latest
        : null;
  }

  /** By how many votes one side outweighs the other; negative where the other does. */
  private static int lead(List<FeedbackLine> votes, Predicate<FeedbackLine> side) {
    int on = (int) votes.stream().filter(side).count();
    return on - (votes.size() - on);
  }

  private static Stance commonestStance(List<FeedbackLine> votes) {
    int[] counts = new int[Stance.values().length];
    for (FeedbackLine vote : votes) {
      Stance stance = vote.stance();
      if (stance != null) {
        counts[stance.ordinal()]++;
      }
    }
    int commonest = 0;
    for (int i = 1; i < counts.length; i++) {
      commonest = counts[i] > counts[commonest] ? i : commonest;
    }
    return Stance.values()[commonest];
  }

  /** In the words of the latest of those who agree. */
  private static ReviewedText agreed(List<FeedbackLine> winners, boolean isAssured) {
    FeedbackLine first = winners.get(0);
    double[] intensities =
        winners.stream()
            .map(FeedbackLine::intensity)
            .filter(Objects::nonNull)
            .mapToDouble(Double::doubleValue)
            .sorted()
            .toArray();
    double middle = intensities.length == 0 ? 0 : intensities[(intensities.length - 1) / 2];
    long near = Arrays.stream(intensities).filter(one -> Math.abs(one - middle) <= NEAR).count();
    boolean rated = 2 * near > intensities.length;
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
            rated ? middle : 0,
            first.targets(),
            first.frames(),
            null,
            null),
        rated,
        isAssured);
  }
}
