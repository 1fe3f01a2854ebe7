// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.index.alerts;

import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregate;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregation;
import co.elastic.clients.elasticsearch._types.aggregations.StringTermsBucket;
import co.elastic.clients.util.NamedValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.marsad.alerts.explain.ValueCount;
import org.marsad.index.query.Cell;
import org.marsad.index.query.Reader;
import org.marsad.index.query.SmallCells;
import org.marsad.index.query.Told;

/** Aggregations that count what lies within a rise beside what lies before it. */
final class RiseCounts {
  private static final String RISE = "rise";
  private static final String BEFORE = "before";

  private RiseCounts() {}

  /** The part that lies within the rise. */
  static Aggregation within(Period rise) {
    return Aggregation.of(a -> a.filter(rise.query()));
  }

  /** The values of a keyword field, those with the most documents within the rise first. */
  static Aggregation byValue(String field, int most, Period rise) {
    return Aggregation.of(
        a ->
            a.terms(t -> t.field(field).size(most).order(NamedValue.of(RISE, SortOrder.Desc)))
                .aggregations(RISE, within(rise)));
  }

  /** The same, with what {@link #told} needs of either time. */
  static Aggregation byValue(String field, int most, Period rise, Period before) {
    return Aggregation.of(
        a ->
            a.terms(t -> t.field(field).size(most).order(NamedValue.of(RISE, SortOrder.Desc)))
                .aggregations(times(rise, before)));
  }

  /** The documents that have a word in their text, as the index folds it. */
  static Aggregation ofWord(String word, Period rise, Period before) {
    return Aggregation.of(
        a ->
            a.filter(f -> f.term(t -> t.field("text").value(word)))
                .aggregations(times(rise, before)));
  }

  /** The same of all documents, by themselves. */
  static Map<String, Aggregation> times(Period rise, Period before) {
    return Map.of(
        RISE,
        Aggregation.of(a -> a.filter(rise.query()).aggregations(SmallCells.ASKED)),
        BEFORE,
        Aggregation.of(a -> a.filter(before.query()).aggregations(SmallCells.ASKED)));
  }

  /**
   * The values as far as people may hear of them. Where the documents of people are withheld from
   * one of the two times they are left out of both, since else the value would seem to rise.
   */
  static List<ValueCount> told(Map<String, Aggregate> answer, String name) {
    Map<String, Cell> during = new LinkedHashMap<>();
    Map<String, Cell> before = new LinkedHashMap<>();
    for (StringTermsBucket bucket : Reader.aggregate(answer, name).sterms().buckets().array()) {
      String value = bucket.key().stringValue();
      during.put(value, cell(bucket.aggregations(), RISE));
      before.put(value, cell(bucket.aggregations(), BEFORE));
    }
    Map<String, Told> toldDuring = SmallCells.breakdown(during);
    Map<String, Told> toldBefore = SmallCells.breakdown(before);
    List<ValueCount> values = new ArrayList<>();
    during.forEach(
        (value, cell) ->
            values.add(
                told(
                    value,
                    cell,
                    Objects.requireNonNull(before.get(value)),
                    Objects.requireNonNull(toldDuring.get(value)).withheld()
                        || Objects.requireNonNull(toldBefore.get(value)).withheld())));
    return values;
  }

  /** The same of one value, which is part of no breakdown. */
  static ValueCount told(String value, Map<String, Aggregate> times) {
    Cell during = cell(times, RISE);
    Cell before = cell(times, BEFORE);
    return told(value, during, before, during.isSmall() || before.isSmall());
  }

  private static ValueCount told(String value, Cell during, Cell before, boolean withheld) {
    return withheld
        ? new ValueCount(value, during.published(), before.published(), true)
        : new ValueCount(value, during.documents(), before.documents());
  }

  private static Cell cell(Map<String, Aggregate> times, String name) {
    return SmallCells.cell(Reader.aggregate(times, name).filter());
  }

  /** What may be told of all documents, each time for itself: a rise is known to be one. */
  static ValueCount whole(Map<String, Aggregate> times) {
    return new ValueCount(
        RISE, cell(times, RISE).told().documents(), cell(times, BEFORE).told().documents());
  }

  /** As they are: not to be told, only to be reasoned with. */
  static List<ValueCount> values(Map<String, Aggregate> answer, String name) {
    return Reader.aggregate(answer, name).sterms().buckets().array().stream()
        .map(RiseCounts::value)
        .toList();
  }

  private static ValueCount value(StringTermsBucket bucket) {
    long observed = Reader.aggregate(bucket.aggregations(), RISE).filter().docCount();
    return new ValueCount(bucket.key().stringValue(), observed, bucket.docCount() - observed);
  }
}
