// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.index.query;

import co.elastic.clients.elasticsearch._types.aggregations.Aggregate;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregation;
import co.elastic.clients.elasticsearch._types.aggregations.CalendarInterval;
import co.elastic.clients.elasticsearch._types.aggregations.DateHistogramAggregation;
import co.elastic.clients.elasticsearch._types.aggregations.DateHistogramBucket;
import co.elastic.clients.elasticsearch._types.aggregations.SingleBucketAggregateBase;
import co.elastic.clients.elasticsearch._types.aggregations.StringTermsBucket;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.marsad.classifiers.Stance;
import org.marsad.index.IndexNames;
import org.marsad.model.Filters;
import org.marsad.model.Morocco;

/** Counts documents by day and stance; days without any are there with zeros. */
final class Trend {
  private Trend() {}

  static List<TrendDay> days(Reader reader, TrendRequest request, Clock clock) {
    Filters filters = request.filters();
    LocalDate last =
        filters.to() == null ? LocalDate.now(clock.withZone(Morocco.TIME)) : filters.to();
    LocalDate first = filters.from();
    TreeMap<LocalDate, TrendDay> counted = count(reader, filters.between(first, last));
    if (first == null || first.isBefore(earliest(last))) {
      if (counted.isEmpty()) {
        return List.of();
      }
      // More than can be shown was asked for: what has documents is shown, the newest first of all.
      if (filters.to() != null && counted.firstKey().isBefore(earliest(last))) {
        last = counted.lastKey();
      }
      first = counted.ceilingKey(earliest(last));
      if (first == null) {
        return List.of();
      }
    }
    List<TrendDay> days = new ArrayList<>();
    for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) {
      days.add(counted.getOrDefault(day, new TrendDay(day, 0, 0, 0, 0, 0, 0)));
    }
    return days;
  }

  private static LocalDate earliest(LocalDate last) {
    return last.minusDays(TrendRequest.MAX_DAYS - 1L);
  }

  /** Those that meet the filters and do not say when they were published. */
  static long undated(Reader reader, Filters filters) {
    return Reader.total(
        reader.search(
            s ->
                s.index(IndexNames.DOCUMENTS)
                    .size(0)
                    .trackTotalHits(t -> t.enabled(true))
                    .query(
                        q ->
                            q.bool(
                                b ->
                                    b.must(QueryBuilder.query(filters.between(null, null)))
                                        .mustNot(n -> n.exists(e -> e.field(Calendar.FIELD)))))));
  }

  private static TreeMap<LocalDate, TrendDay> count(Reader reader, Filters filters) {
    Aggregation relevant =
        Aggregation.of(
            a ->
                a.filter(f -> f.term(t -> t.field("assessment.relevant").value(true)))
                    .aggregations(
                        "stances",
                        s ->
                            s.terms(
                                t -> t.field("assessment.stance").size(Stance.values().length))));
    DateHistogramAggregation byDay = Calendar.by(CalendarInterval.Day).minDocCount(1).build();
    Map<String, Aggregate> answer =
        reader.summary(
            QueryBuilder.query(filters),
            Map.of(
                "days",
                Aggregation.of(a -> a.dateHistogram(byDay).aggregations("relevant", relevant))));
    TreeMap<LocalDate, TrendDay> days = new TreeMap<>();
    for (DateHistogramBucket bucket :
        Reader.aggregate(answer, "days").dateHistogram().buckets().array()) {
      LocalDate day = Calendar.day(bucket.key());
      days.put(
          day,
          day(
              day,
              bucket.docCount(),
              Reader.aggregate(bucket.aggregations(), "relevant").filter()));
    }
    return days;
  }

  private static TrendDay day(LocalDate day, long total, SingleBucketAggregateBase relevant) {
    Map<Stance, Long> stances = new EnumMap<>(Stance.class);
    for (StringTermsBucket bucket :
        Reader.aggregate(relevant.aggregations(), "stances").sterms().buckets().array()) {
      stances.put(Stance.valueOf(bucket.key().stringValue()), bucket.docCount());
    }
    long hostile = stances.getOrDefault(Stance.HOSTILE, 0L);
    long reporting = stances.getOrDefault(Stance.REPORT_ON_HOSTILITY, 0L);
    long supportive =
        stances.getOrDefault(Stance.SUPPORTIVE, 0L)
            + stances.getOrDefault(Stance.COUNTER_SPEECH, 0L);
    long all = relevant.docCount();
    return new TrendDay(
        day, total, all, hostile, reporting, supportive, all - hostile - reporting - supportive);
  }
}
