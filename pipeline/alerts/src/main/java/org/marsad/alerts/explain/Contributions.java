// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.alerts.explain;

import static java.util.Comparator.comparingDouble;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.marsad.model.Filters;
import org.marsad.model.Words;
import org.marsad.model.Words.Word;

/** Divides a rise among the values that its documents have. */
final class Contributions {
  private static final double LEAST_SHARE = 0.05;
  private static final int MOST = 5;
  private static final int MOST_TERMS = 10;

  /** A source that is silent by chance so seldom is silent for a reason. */
  private static final double CHANCE_OF_SILENCE = 0.005;

  private final Breakdown counts;

  /** How long the rise is, as a part of the time before it. */
  private final double part;

  Contributions(Breakdown counts) {
    this.counts = counts;
    this.part =
        (double) Duration.between(counts.from(), counts.to()).toMillis()
            / Duration.between(counts.baselineFrom(), counts.from()).toMillis();
  }

  /**
   * The strongest of each dimension. None where there are no more documents than before, as when
   * only their share rose: then there is nothing to divide.
   *
   * @param filters of the rule: what every document must have says nothing
   */
  List<Contribution> strongest(Filters filters, ShownTerms terms) {
    double excess = counts.observed() - expected(counts.baseline());
    if (excess < 1) {
      return List.of();
    }
    return Stream.of(Dimension.values())
        .flatMap(
            dimension -> {
              List<ValueCount> values = counts.values().getOrDefault(dimension, List.of());
              boolean isTerm = dimension == Dimension.TERM;
              Set<String> required = required(filters, dimension);
              return (isTerm ? terms.of(values) : values)
                  .stream()
                      .filter(value -> !required.contains(value.value()) && !isInAll(value))
                      .map(value -> contribution(dimension, value, excess))
                      .filter(one -> one.share() >= LEAST_SHARE)
                      .sorted(
                          comparingDouble(Contribution::share)
                              .reversed()
                              .thenComparing(Contribution::value))
                      .limit(isTerm ? MOST_TERMS : MOST);
            })
        .toList();
  }

  /** Sources that were expected to publish something and did not, by id. */
  List<String> silentSources() {
    return counts.captured().stream()
        .filter(source -> source.observed() == 0)
        .filter(source -> Math.exp(-expected(source.baseline())) < CHANCE_OF_SILENCE)
        .map(ValueCount::value)
        .sorted()
        .toList();
  }

  private Contribution contribution(Dimension dimension, ValueCount value, double excess) {
    double expected = expected(value.baseline());
    return new Contribution(
        dimension,
        value.value(),
        value.observed(),
        expected,
        (value.observed() - expected) / excess);
  }

  private double expected(long baseline) {
    return baseline * part;
  }

  private boolean isInAll(ValueCount value) {
    return counts.baseline() > 0
        && value.observed() == counts.observed()
        && value.baseline() == counts.baseline();
  }

  /** The values that the filters leave no alternative to. */
  private static Set<String> required(Filters filters, Dimension dimension) {
    return switch (dimension) {
      case SOURCE -> single(filters.sources());
      case LANGUAGE -> single(filters.languages());
      case TARGET -> single(filters.targets());
      case FRAME -> single(filters.frames());
      case PLACE -> single(filters.places());
      case TERM -> words(filters.text());
      case THREAD -> Set.of();
    };
  }

  private static Set<String> single(List<String> values) {
    return values.size() == 1 ? Set.copyOf(values) : Set.of();
  }

  /** All words of a query must occur, unless it has alternatives. */
  private static Set<String> words(@Nullable String query) {
    return query == null || query.indexOf('|') >= 0
        ? Set.of()
        : Words.in(query).stream().map(Word::folded).collect(Collectors.toSet());
  }
}
