// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.index.query;

import co.elastic.clients.elasticsearch._types.aggregations.Aggregation;
import co.elastic.clients.elasticsearch._types.aggregations.DateHistogramBucket;
import co.elastic.clients.elasticsearch._types.aggregations.StatsAggregate;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.marsad.index.query.CoverageRequest.Interval;

/**
 * Tells whether the documents of a day are still the same. Elasticsearch numbers every write: a
 * document that is new or changed has a number that is higher than all before, and one that is gone
 * is missing in the count. The question is always the same, so that Elasticsearch itself keeps the
 * answer until something is written.
 */
final class DayMarks {
  private static final Query ALL = Query.of(q -> q.matchAll(m -> m));

  private static final String DAYS = "days";
  private static final String WRITES = "writes";

  private static final Aggregation NUMBERS = Aggregation.of(a -> a.stats(s -> s.field("_seq_no")));

  private static final Map<String, Aggregation> ASKED =
      Map.of(
          DAYS,
          Aggregation.of(
              a ->
                  a.dateHistogram(Calendar.by(Interval.DAY).minDocCount(1).build())
                      .aggregations(WRITES, NUMBERS)));

  private final Reader reader;
  private volatile @Nullable Known known;

  DayMarks(Reader reader) {
    this.reader = reader;
  }

  /**
   * @param indices that hold them: a new one begins to number anew
   * @param last the number of the last write
   * @param sum of all numbers, since each index counts its own
   */
  record Mark(Set<String> indices, long documents, double last, double sum) {}

  /**
   * @param whole of all documents: a year of days is not asked for where it is the same
   */
  private record Known(Mark whole, NavigableMap<LocalDate, Mark> days) {}

  /** Of every day that has documents. */
  NavigableMap<LocalDate, Mark> now() {
    Set<String> indices = reader.identities();
    StatsAggregate writes =
        Reader.aggregate(reader.summary(ALL, Map.of(WRITES, NUMBERS)), WRITES).stats();
    Mark whole = mark(indices, writes.count(), writes);
    Known before = known;
    if (before != null && before.whole().equals(whole)) {
      return before.days();
    }
    NavigableMap<LocalDate, Mark> days = Collections.unmodifiableNavigableMap(days(indices));
    known = new Known(whole, days);
    return days;
  }

  private TreeMap<LocalDate, Mark> days(Set<String> indices) {
    TreeMap<LocalDate, Mark> days = new TreeMap<>();
    for (DateHistogramBucket bucket :
        Reader.aggregate(reader.summary(ALL, ASKED), DAYS).dateHistogram().buckets().array()) {
      StatsAggregate writes = Reader.aggregate(bucket.aggregations(), WRITES).stats();
      days.put(Calendar.day(bucket.key()), mark(indices, bucket.docCount(), writes));
    }
    return days;
  }

  private static Mark mark(Set<String> indices, long documents, StatsAggregate writes) {
    Double last = writes.max();
    return new Mark(indices, documents, last == null ? -1 : last, writes.sum());
  }

  /**
   * @param from null for all before, as {@code to} for all after
   */
  static SortedMap<LocalDate, Mark> between(
      NavigableMap<LocalDate, Mark> days, @Nullable LocalDate from, @Nullable LocalDate to) {
    if (from != null && to != null && from.isAfter(to)) {
      return Collections.emptySortedMap();
    }
    SortedMap<LocalDate, Mark> rest = from == null ? days : days.tailMap(from);
    return to == null ? rest : rest.headMap(to.plusDays(1));
  }
}
