// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.index.trend;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.marsad.classifiers.Stance;
import org.marsad.classifiers.prevalence.Calls;
import org.marsad.index.query.Axis;
import org.marsad.index.query.Cell;
import org.marsad.index.query.Told;

/**
 * How the documents about migrants of one bucket were judged, by language and manner. Languages are
 * told apart since the models err in each in another way.
 *
 * @param ofModel how many of them the model judged whose errors are known
 */
record Judged(Map<String, Map<Manner, Cell>> languages, long ofModel, long documents) {
  private static final int MOST_LANGUAGES = 20;

  /** Of a language's documents: without them, a share of 0.4 becomes one of 0.42 at most. */
  private static final double MOST_LEFT_OUT = 0.05;

  /** Below a period: the language, and then the stance. */
  static final List<Axis> AXES =
      List.of(
          Axis.values("assessment.language", MOST_LANGUAGES),
          Axis.values("assessment.stance", Stance.values().length));

  /**
   * @param cells those of {@link #AXES}, by their keys on them
   */
  static Judged of(Map<List<String>, Cell> cells, long ofModel, long documents) {
    Map<String, Map<Manner, Cell>> languages = new TreeMap<>();
    cells.forEach(
        (path, cell) ->
            languages
                .computeIfAbsent(path.get(0), language -> new EnumMap<>(Manner.class))
                .merge(Manner.of(Stance.valueOf(path.get(1))), cell, Cell::with));
    return new Judged(languages, ofModel, documents);
  }

  /** Of people no more are sure than those of one period. */
  static Judged sum(List<Judged> periods) {
    Map<String, Map<Manner, Cell>> languages = new TreeMap<>();
    for (Judged period : periods) {
      period.languages.forEach(
          (language, cells) -> {
            Map<Manner, Cell> sums =
                languages.computeIfAbsent(language, name -> new EnumMap<>(Manner.class));
            cells.forEach((manner, cell) -> sums.merge(manner, cell, Cell::with));
          });
    }
    return new Judged(
        languages,
        periods.stream().mapToLong(Judged::ofModel).sum(),
        periods.stream().mapToLong(Judged::documents).sum());
  }

  /** Whether more people may have written a part than is known. */
  boolean isUnsure() {
    return languages.values().stream()
        .flatMap(cells -> cells.values().stream())
        .anyMatch(cell -> cell.isSmall() && cell.personal() >= Cell.FEWEST_PEOPLE);
  }

  Map<Manner, Told> manners() {
    Map<Manner, Told> told = new EnumMap<>(Manner.class);
    for (Manner manner : Manner.values()) {
      told.put(
          manner,
          languages.values().stream()
              .map(cells -> cells.getOrDefault(manner, Cell.EMPTY).told())
              .reduce(Told.NOTHING, Told::plus));
    }
    return told;
  }

  /**
   * What the models called, by language. Parts that few people wrote are left out. Where that would
   * shift the share, since the part is the hostile one or much of the language, people are left out
   * of all its parts.
   */
  Map<String, Calls> calls() {
    Map<String, Calls> calls = new TreeMap<>();
    languages.forEach(
        (language, cells) -> {
          boolean isShifted = isShifted(cells);
          long hostile = counted(cells.getOrDefault(Manner.HOSTILE, Cell.EMPTY), isShifted);
          long all = cells.values().stream().mapToLong(cell -> counted(cell, isShifted)).sum();
          if (all > 0) {
            calls.put(language, new Calls(Math.toIntExact(hostile), Math.toIntExact(all)));
          }
        });
    return calls;
  }

  private static boolean isShifted(Map<Manner, Cell> cells) {
    long few = cells.values().stream().filter(Cell::isSmall).mapToLong(Cell::personal).sum();
    long all = cells.values().stream().mapToLong(Cell::documents).sum();
    return cells.getOrDefault(Manner.HOSTILE, Cell.EMPTY).isSmall() || few > MOST_LEFT_OUT * all;
  }

  private static long counted(Cell cell, boolean isOfOutlets) {
    return isOfOutlets || cell.isSmall() ? cell.published() : cell.documents();
  }
}
