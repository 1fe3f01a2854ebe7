// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.index.query;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregate;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregation;
import co.elastic.clients.elasticsearch._types.aggregations.CalendarInterval;
import co.elastic.clients.elasticsearch._types.aggregations.DateHistogramAggregation;
import co.elastic.clients.elasticsearch._types.aggregations.DateHistogramBucket;
import co.elastic.clients.elasticsearch._types.query_dsl.BoolQuery;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.marsad.classifiers.Stance;
import org.marsad.model.Filters;
import org.marsad.model.Morocco;

/** Counts documents by day and stance; days without any are there with zeros. */
final class Trend {
  private static final String HOSTILE = "hostile";
  private static final String REPORTING = "reporting";
  private static final String SUPPORTIVE = "supportive";
  private static final Map<String, List<Stance>> STANCES =
      Map.of(
          HOSTILE, List.of(Stance.HOSTILE),
          REPORTING, List.of(Stance.REPORT_ON_HOSTILITY),
          SUPPORTIVE, List.of(Stance.SUPPORTIVE, Stance.COUNTER_SPEECH));

  /** Relevant, and none of these. */
  private static final String OTHER = "other";

  /** Not relevant. */
  private static final String ASIDE = "aside";

  private Trend() {}

  static List<TrendDay> days(Reader reader, TrendRequest request, Clock clock) {
    Filters filters = request.filters();
    LocalDate last =
        filters.to() == null ? LocalDate.now(clock.withZone(Morocco.TIME)) : filters.to();
    LocalDate first = filters.from();
    TreeMap<LocalDate, DateHistogramBucket> counted =
        buckets(reader, filters.between(first, last), parts());
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
    TreeMap<LocalDate, DateHistogramBucket> captured =
        buckets(reader, filters.coverage().between(first, last), Map.of());
    List<TrendDay> days = new ArrayList<>();
    for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) {
      days.add(day(day, captured.get(day), counted.get(day)));
    }
    return days;
  }

  private static LocalDate earliest(LocalDate last) {
    return last.minusDays(TrendRequest.MAX_DAYS - 1L);
  }

  /** Those that meet the filters and do not say when they were published. */
  static Told undated(Reader reader, Filters filters) {
    Aggregation undated =
        Aggregation.of(a -> a.missing(m -> m.field(Calendar.FIELD)).aggregations(SmallCells.ASKED));
    Map<String, Aggregate> answer =
        reader.summary(QueryBuilder.query(filters.between(null, null)), Map.of("undated", undated));
    return SmallCells.cell(Reader.aggregate(answer, "undated").missing()).told();
  }

  private static TreeMap<LocalDate, DateHistogramBucket> buckets(
      Reader reader, Filters filters, Map<String, Aggregation> parts) {
    DateHistogramAggregation byDay = Calendar.by(CalendarInterval.Day).minDocCount(1).build();
    Aggregation days =
        Aggregation.of(
            a -> a.dateHistogram(byDay).aggregations(SmallCells.ASKED).aggregations(parts));
    Map<String, Aggregate> answer =
        reader.summary(QueryBuilder.query(filters), Map.of("days", days));
    TreeMap<LocalDate, DateHistogramBucket> found = new TreeMap<>();
    for (DateHistogramBucket bucket :
        Reader.aggregate(answer, "days").dateHistogram().buckets().array()) {
      found.put(Calendar.day(bucket.key()), bucket);
    }
    return found;
  }

  /** Which no document is in two of, and each in one. */
  private static Map<String, Aggregation> parts() {
    Query relevant = Query.of(q -> q.term(t -> t.field("assessment.relevant").value(true)));
    Map<String, Aggregation> parts = new HashMap<>();
    List<Query> others = new ArrayList<>();
    STANCES.forEach(
        (name, stances) -> {
          Query among =
              Query.of(
                  q ->
                      q.terms(
                          t -> t.field("assessment.stance").terms(v -> v.value(values(stances)))));
          others.add(among);
          parts.put(name, part(b -> b.filter(relevant, among)));
        });
    parts.put(OTHER, part(b -> b.filter(relevant).mustNot(others)));
    parts.put(ASIDE, part(b -> b.mustNot(relevant)));
    return parts;
  }

  private static List<FieldValue> values(List<Stance> stances) {
    return stances.stream().map(stance -> FieldValue.of(stance.name())).toList();
  }

  private static Aggregation part(UnaryOperator<BoolQuery.Builder> conditions) {
    return Aggregation.of(
        a -> a.filter(f -> f.bool(conditions::apply)).aggregations(SmallCells.ASKED));
  }

  /**
   * @param captured null where nothing was
   * @param bucket null where nothing of that meets the filters
   */
  private static TrendDay day(
      LocalDate day, @Nullable DateHistogramBucket captured, @Nullable DateHistogramBucket bucket) {
    Cell all = captured == null ? Cell.EMPTY : SmallCells.cell(captured);
    if (bucket == null) {
      return TrendDay.without(day, all);
    }
    Told hostile = told(bucket, HOSTILE);
    Told reporting = told(bucket, REPORTING);
    Told supportive = told(bucket, SUPPORTIVE);
    Told other = told(bucket, OTHER);
    Told relevant = hostile.plus(reporting).plus(supportive).plus(other);
    Told total = relevant.plus(told(bucket, ASIDE));
    return new TrendDay(
        day,
        SmallCells.around(all, SmallCells.cell(bucket), total),
        total,
        relevant,
        hostile,
        reporting,
        supportive,
        other);
  }

  private static Told told(DateHistogramBucket bucket, String part) {
    return SmallCells.cell(Reader.aggregate(bucket.aggregations(), part).filter()).told();
  }
}
