// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.index.alerts;

import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregate;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregation;
import co.elastic.clients.elasticsearch._types.aggregations.StringTermsBucket;
import co.elastic.clients.util.NamedValue;
import java.util.List;
import java.util.Map;
import org.marsad.alerts.explain.ValueCount;
import org.marsad.index.query.Reader;

/** Aggregations that count what lies within a rise beside what lies before it. */
final class RiseCounts {
  private static final String RISE = "rise";

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

  /** The documents that have a word in their text, as the index folds it. */
  static Aggregation ofWord(String word, Period rise) {
    return Aggregation.of(
        a ->
            a.filter(f -> f.term(t -> t.field("text").value(word)))
                .aggregations(RISE, within(rise)));
  }

  static List<ValueCount> values(Map<String, Aggregate> answer, String name) {
    return Reader.aggregate(answer, name).sterms().buckets().array().stream()
        .map(RiseCounts::value)
        .toList();
  }

  private static ValueCount value(StringTermsBucket bucket) {
    return value(bucket.key().stringValue(), bucket.docCount(), bucket.aggregations());
  }

  /**
   * @param all documents of the rise and of the time before it
   */
  static ValueCount value(String value, long all, Map<String, Aggregate> parts) {
    long observed = Reader.aggregate(parts, RISE).filter().docCount();
    return new ValueCount(value, observed, all - observed);
  }
}
