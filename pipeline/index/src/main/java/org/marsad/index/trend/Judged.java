// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.index.trend;

import co.elastic.clients.elasticsearch._types.aggregations.Aggregate;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregation;
import co.elastic.clients.elasticsearch._types.aggregations.StringTermsBucket;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import org.marsad.classifiers.Stance;
import org.marsad.classifiers.prevalence.Calls;
import org.marsad.index.query.Cell;
import org.marsad.index.query.Reader;
import org.marsad.index.query.SmallCells;
import org.marsad.index.query.Told;

/**
 * How the documents about migrants of one bucket were judged, by language and manner. Languages are
 * told apart since the models err in each in another way.
 *
 * @param ofModel how many of them the model judged whose errors are known
 */
record Judged(Map<String, Map<Manner, Cell>> languages, long ofModel, long documents) {
  private static final int MOST_LANGUAGES = 20;
  private static final String RELEVANT = "relevant";
  private static final String LANGUAGES = "languages";
  private static final String STANCES = "stances";
  private static final String MODEL = "model";

  /**
   * The aggregation that a bucket needs, under {@link #RELEVANT}.
   *
   * @param model whose errors are known
   */
  static Map<String, Aggregation> asked(String model, Map<String, Aggregation> further) {
    Aggregation stances =
        Aggregation.of(
            a ->
                a.terms(t -> t.field("assessment.stance").size(Stance.values().length))
                    .aggregations(SmallCells.ASKED));
    Aggregation languages =
        Aggregation.of(
            a ->
                a.terms(t -> t.field("assessment.language").size(MOST_LANGUAGES))
                    .aggregations(STANCES, stances));
    return Map.of(
        RELEVANT,
        Aggregation.of(
            a ->
                a.filter(f -> f.term(t -> t.field("assessment.relevant").value(true)))
                    .aggregations(LANGUAGES, languages)
                    .aggregations(
                        MODEL,
                        m -> m.filter(f -> f.term(t -> t.field("assessment.model").value(model))))
                    .aggregations(further)));
  }

  /** What lies below the documents about migrants. */
  static Map<String, Aggregate> relevant(Map<String, Aggregate> bucket) {
    return Reader.aggregate(bucket, RELEVANT).filter().aggregations();
  }

  static Judged of(Map<String, Aggregate> bucket) {
    Map<String, Aggregate> found = relevant(bucket);
    Map<String, Map<Manner, Cell>> languages = new TreeMap<>();
    for (StringTermsBucket language :
        Reader.aggregate(found, LANGUAGES).sterms().buckets().array()) {
      Map<Manner, Cell> cells = new EnumMap<>(Manner.class);
      for (StringTermsBucket stance :
          Reader.aggregate(language.aggregations(), STANCES).sterms().buckets().array()) {
        cells.merge(
            Manner.of(Stance.valueOf(stance.key().stringValue())),
            SmallCells.cell(stance),
            Judged::together);
      }
      languages.put(language.key().stringValue(), cells);
    }
    return new Judged(
        languages,
        Reader.aggregate(found, MODEL).filter().docCount(),
        Reader.aggregate(bucket, RELEVANT).filter().docCount());
  }

  /** Of two stances: as many people at least as wrote the one or the other. */
  private static Cell together(Cell one, Cell other) {
    return new Cell(
        one.published() + other.published(),
        one.personal() + other.personal(),
        Math.max(one.people(), other.people()));
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
