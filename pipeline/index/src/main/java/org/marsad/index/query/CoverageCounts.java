// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.index.query;

import co.elastic.clients.elasticsearch._types.aggregations.Aggregate;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregation;
import co.elastic.clients.elasticsearch._types.aggregations.CalendarInterval;
import co.elastic.clients.elasticsearch._types.aggregations.DateHistogramBucket;
import co.elastic.clients.elasticsearch._types.aggregations.FieldDateMath;
import co.elastic.clients.elasticsearch._types.aggregations.StringTermsBucket;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.marsad.index.IndexNames;
import org.marsad.model.Filters;
import org.marsad.model.Morocco;

/** Counts what was captured by period, language and kind; periods without any are there too. */
final class CoverageCounts {
  private static final int MAX_VALUES = 100;
  private static final String NO_LANGUAGE = "und";

  private CoverageCounts() {}

  static List<CoveragePeriod> of(Reader reader, CoverageRequest request) {
    Filters days = Filters.NONE.between(request.from(), request.to());
    Aggregation periods =
        Aggregation.of(
            a ->
                a.dateHistogram(
                        d ->
                            d.field("published")
                                .calendarInterval(interval(request.interval()))
                                .timeZone(Morocco.TIME.getId())
                                .minDocCount(0)
                                .extendedBounds(
                                    b -> b.min(bound(request.from())).max(bound(request.to()))))
                    .aggregations("sources", s -> s.cardinality(c -> c.field("sourceId")))
                    .aggregations(
                        "languages",
                        l ->
                            l.terms(
                                t ->
                                    t.field("assessment.language")
                                        .missing(NO_LANGUAGE)
                                        .size(MAX_VALUES)))
                    .aggregations("kinds", k -> k.terms(t -> t.field("kind").size(MAX_VALUES))));
    Map<String, Aggregate> answer =
        reader
            .search(
                s ->
                    s.index(IndexNames.DOCUMENTS)
                        .size(0)
                        .trackTotalHits(t -> t.enabled(false))
                        .query(QueryBuilder.query(days))
                        .aggregations("periods", periods))
            .aggregations();
    return Reader.aggregate(answer, "periods").dateHistogram().buckets().array().stream()
        .map(CoverageCounts::period)
        .toList();
  }

  private static CoveragePeriod period(DateHistogramBucket bucket) {
    Map<String, Aggregate> found = bucket.aggregations();
    return new CoveragePeriod(
        Instant.ofEpochMilli(bucket.key()).atZone(Morocco.TIME).toLocalDate(),
        bucket.docCount(),
        Reader.aggregate(found, "sources").cardinality().value(),
        counts(Reader.aggregate(found, "languages")),
        counts(Reader.aggregate(found, "kinds")));
  }

  private static Map<String, Long> counts(Aggregate terms) {
    Map<String, Long> counts = new TreeMap<>();
    for (StringTermsBucket bucket : terms.sterms().buckets().array()) {
      counts.put(bucket.key().stringValue(), bucket.docCount());
    }
    return counts;
  }

  private static FieldDateMath bound(LocalDate day) {
    return FieldDateMath.of(f -> f.expr(day.toString()));
  }

  private static CalendarInterval interval(CoverageRequest.Interval interval) {
    return switch (interval) {
      case DAY -> CalendarInterval.Day;
      case WEEK -> CalendarInterval.Week;
      case MONTH -> CalendarInterval.Month;
    };
  }
}
