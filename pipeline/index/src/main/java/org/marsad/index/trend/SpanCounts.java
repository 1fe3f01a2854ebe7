// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.index.trend;

import co.elastic.clients.elasticsearch._types.aggregations.Aggregate;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregation;
import co.elastic.clients.elasticsearch._types.aggregations.StringTermsBucket;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.marsad.index.query.Cell;
import org.marsad.index.query.QueryBuilder;
import org.marsad.index.query.Reader;
import org.marsad.index.query.SmallCells;
import org.marsad.index.query.Told;

/**
 * One range counted: what is explained, and the others of the whole, by each value.
 *
 * @param counted what is explained; {@code others} the rest of the whole
 */
record SpanCounts(
    Told counted, Told others, Map<Trait, Map<Key, Told>> values, List<String> models) {
  private static final int MOST_VALUES = 500;
  private static final int MOST_MODELS = 20;
  private static final String COUNTED = "counted";
  private static final String OTHERS = "others";
  private static final String MODELS = "models";

  /** A cell of a table: a value, and whether what is explained or the others. */
  record Key(String value, boolean isCounted) {}

  static SpanCounts of(Reader reader, ChangeQuestion question, Span span) {
    Query counted = QueryBuilder.query(question.counted());
    Map<String, Aggregation> parts =
        Map.of(
            COUNTED, Aggregation.of(a -> a.filter(counted).aggregations(SmallCells.ASKED)),
            OTHERS,
                Aggregation.of(
                    a ->
                        a.filter(q -> q.bool(b -> b.mustNot(counted)))
                            .aggregations(SmallCells.ASKED)));
    Map<String, Aggregation> asked = new HashMap<>(parts);
    asked.put(
        MODELS, Aggregation.of(a -> a.terms(t -> t.field("assessment.model").size(MOST_MODELS))));
    for (Trait trait : Trait.values()) {
      asked.put(
          trait.name(),
          Aggregation.of(
              a -> a.terms(t -> t.field(trait.field()).size(MOST_VALUES)).aggregations(parts)));
    }
    Map<String, Aggregate> found =
        reader.summary(QueryBuilder.query(question.whole().between(span.from(), span.to())), asked);
    Map<Trait, Map<Key, Told>> values = new EnumMap<>(Trait.class);
    for (Trait trait : Trait.values()) {
      values.put(trait, values(found, trait));
    }
    return new SpanCounts(
        cell(found, COUNTED).told(),
        cell(found, OTHERS).told(),
        values,
        Reader.aggregate(found, MODELS).sterms().buckets().array().stream()
            .map(bucket -> bucket.key().stringValue())
            .sorted()
            .toList());
  }

  private static Map<Key, Told> values(Map<String, Aggregate> found, Trait trait) {
    Map<Key, Cell> cells = new LinkedHashMap<>();
    for (StringTermsBucket bucket :
        Reader.aggregate(found, trait.name()).sterms().buckets().array()) {
      String value = bucket.key().stringValue();
      cells.put(new Key(value, true), cell(bucket.aggregations(), COUNTED));
      cells.put(new Key(value, false), cell(bucket.aggregations(), OTHERS));
    }
    return SmallCells.breakdown(cells);
  }

  private static Cell cell(Map<String, Aggregate> found, String name) {
    return SmallCells.cell(Reader.aggregate(found, name).filter());
  }

  long whole() {
    return counted.documents() + others.documents();
  }

  long counted(Trait trait, String value) {
    return told(trait, new Key(value, true)).documents();
  }

  long whole(Trait trait, String value) {
    return counted(trait, value) + told(trait, new Key(value, false)).documents();
  }

  /** Whether {@link #counted} is less than there is. */
  boolean isWithheld(Trait trait, String value) {
    return told(trait, new Key(value, true)).withheld();
  }

  private Told told(Trait trait, Key key) {
    return values.getOrDefault(trait, Map.of()).getOrDefault(key, Told.NOTHING);
  }

  boolean withheld() {
    return counted.withheld()
        || others.withheld()
        || values.values().stream()
            .flatMap(cells -> cells.values().stream())
            .anyMatch(Told::withheld);
  }
}
