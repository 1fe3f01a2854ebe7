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
   * What the models called, by language. Where a part of a language is withheld, its people are
   * left out of all its parts: to leave them out of one alone would shift the share.
   */
  Map<String, Calls> calls() {
    Map<String, Calls> calls = new TreeMap<>();
    languages.forEach(
        (language, cells) -> {
          boolean isSmall = cells.values().stream().anyMatch(Cell::isSmall);
          long hostile = counted(cells.getOrDefault(Manner.HOSTILE, Cell.EMPTY), isSmall);
          long all = cells.values().stream().mapToLong(cell -> counted(cell, isSmall)).sum();
          if (all > 0) {
            calls.put(language, new Calls(Math.toIntExact(hostile), Math.toIntExact(all)));
          }
        });
    return calls;
  }

  private static long counted(Cell cell, boolean isSmall) {
    return isSmall ? cell.published() : cell.published() + cell.personal();
  }
}
