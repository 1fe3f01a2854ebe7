// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.index.query;

import co.elastic.clients.elasticsearch._types.aggregations.Aggregate;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregation;
import co.elastic.clients.elasticsearch._types.aggregations.DateHistogramAggregation;
import co.elastic.clients.elasticsearch._types.aggregations.DateHistogramBucket;
import co.elastic.clients.elasticsearch._types.aggregations.FieldDateMath;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.marsad.model.Filters;

/** Counts what was captured by period, language and kind; periods without any are there too. */
final class CoverageCounts {
  private static final int MAX_VALUES = 100;
  private static final String NO_LANGUAGE = "und";

  private CoverageCounts() {}

  static List<CoveragePeriod> of(Reader reader, CoverageRequest request) {
    DateHistogramAggregation whole =
        Calendar.by(request.interval())
            .minDocCount(0)
            .extendedBounds(b -> b.min(bound(request.from())).max(bound(request.to())))
            .build();
    Aggregation periods =
        Aggregation.of(
            a ->
                a.dateHistogram(whole)
                    .aggregations("sources", s -> s.cardinality(c -> c.field("sourceId")))
                    .aggregations(
                        "languages",
                        l ->
                            l.terms(
                                    t ->
                                        t.field("assessment.language")
                                            .missing(NO_LANGUAGE)
                                            .size(MAX_VALUES))
                                .aggregations(SmallCells.ASKED))
                    .aggregations(
                        "kinds",
                        k ->
                            k.terms(t -> t.field("kind").size(MAX_VALUES))
                                .aggregations(SmallCells.ASKED))
                    .aggregations(SmallCells.ASKED));
    Filters days = Filters.NONE.between(request.from(), request.to());
    Map<String, Aggregate> answer =
        reader.summary(QueryBuilder.query(days), Map.of("periods", periods));
    return Reader.aggregate(answer, "periods").dateHistogram().buckets().array().stream()
        .map(CoverageCounts::period)
        .toList();
  }

  private static CoveragePeriod period(DateHistogramBucket bucket) {
    Map<String, Aggregate> found = bucket.aggregations();
    return new CoveragePeriod(
        Calendar.day(bucket.key()),
        SmallCells.cell(bucket).told(),
        Reader.aggregate(found, "sources").cardinality().value(),
        SmallCells.values(found, "languages"),
        SmallCells.values(found, "kinds"));
  }

  private static FieldDateMath bound(LocalDate day) {
    return FieldDateMath.of(f -> f.expr(day.toString()));
  }
}
