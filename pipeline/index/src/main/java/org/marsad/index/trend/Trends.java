// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.index.trend;

import co.elastic.clients.elasticsearch._types.aggregations.Aggregate;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregation;
import co.elastic.clients.elasticsearch._types.aggregations.DateHistogramBucket;
import co.elastic.clients.elasticsearch._types.aggregations.FieldDateMath;
import co.elastic.clients.elasticsearch._types.aggregations.StringTermsBucket;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.marsad.index.query.Calendar;
import org.marsad.index.query.QueryBuilder;
import org.marsad.index.query.Reader;
import org.marsad.index.query.SmallCells;
import org.marsad.index.query.Told;
import org.marsad.model.Morocco;

/** Counts by period: one request for what was captured, one for what meets the filters. */
final class Trends {
  private static final String PERIODS = "periods";
  private static final String SOURCES = "sources";
  private static final String MODELS = "models";
  private static final String FIRST = "first";
  private static final int MOST_MODELS = 20;

  private final Reader reader;
  private final Correction correction;

  Trends(Reader reader, Correction correction) {
    this.reader = reader;
    this.correction = correction;
  }

  private record Captured(Told documents, long sources) {}

  TrendSeries of(TrendQuestion question) {
    Map<String, Aggregate> answer =
        reader.tally(
            QueryBuilder.query(question.asked()),
            Map.of(PERIODS, periods(question), MODELS, models()));
    Map<LocalDate, DateHistogramBucket> found = new TreeMap<>();
    for (DateHistogramBucket bucket : buckets(answer)) {
      found.put(Calendar.day(bucket.key()), bucket);
    }
    List<Judged> all = new ArrayList<>();
    List<TrendPeriod> periods = new ArrayList<>();
    captured(question)
        .forEach(
            (start, captured) -> {
              DateHistogramBucket bucket = found.get(start);
              if (bucket != null) {
                all.add(Judged.of(bucket.aggregations()));
              }
              periods.add(period(question, start, captured, bucket));
            });
    Correction.Sum sum = Correction.Sum.of(all);
    return new TrendSeries(
        List.copyOf(periods),
        correction.share(question.filters(), sum),
        changes(answer),
        sum.calls());
  }

  private TrendPeriod period(
      TrendQuestion question,
      LocalDate start,
      Captured captured,
      @Nullable DateHistogramBucket bucket) {
    Judged judged = bucket == null ? new Judged(Map.of(), 0, 0) : Judged.of(bucket.aggregations());
    Map<Manner, Told> manners = judged.manners();
    Told relevant = manners.values().stream().reduce(Told.NOTHING, Told::plus);
    boolean isCounted = question.stories() && !relevant.withheld();
    return new TrendPeriod(
        start,
        captured.documents(),
        captured.sources(),
        relevant,
        manners,
        isCounted ? StoryCounts.all(bucket) : null,
        isCounted ? StoryCounts.hostile(bucket) : null,
        correction.share(question.filters(), Correction.Sum.of(List.of(judged))));
  }

  private Aggregation periods(TrendQuestion question) {
    return Aggregation.of(
        a ->
            a.dateHistogram(Calendar.by(question.interval()).minDocCount(1).build())
                .aggregations(
                    Judged.asked(
                        correction.model(), question.stories() ? StoryCounts.ASKED : Map.of())));
  }

  private Map<LocalDate, Captured> captured(TrendQuestion question) {
    Aggregation periods =
        Aggregation.of(
            a ->
                a.dateHistogram(
                        Calendar.by(question.interval())
                            .minDocCount(0)
                            .extendedBounds(
                                b -> b.min(bound(question.from())).max(bound(question.to())))
                            .build())
                    .aggregations(SmallCells.ASKED)
                    .aggregations(SOURCES, s -> s.cardinality(c -> c.field("sourceId"))));
    Map<String, Aggregate> answer =
        reader.tally(QueryBuilder.query(question.asked().coverage()), Map.of(PERIODS, periods));
    Map<LocalDate, Captured> captured = new TreeMap<>();
    for (DateHistogramBucket bucket : buckets(answer)) {
      captured.put(
          Calendar.day(bucket.key()),
          new Captured(
              SmallCells.cell(bucket).told(),
              Reader.aggregate(bucket.aggregations(), SOURCES).cardinality().value()));
    }
    return captured;
  }

  private static List<DateHistogramBucket> buckets(Map<String, Aggregate> answer) {
    return Reader.aggregate(answer, PERIODS).dateHistogram().buckets().array();
  }

  private static FieldDateMath bound(LocalDate day) {
    return FieldDateMath.of(f -> f.expr(day.toString()));
  }

  private static Aggregation models() {
    return Aggregation.of(
        a ->
            a.terms(t -> t.field("assessment.model").size(MOST_MODELS))
                .aggregations(FIRST, f -> f.min(m -> m.field(Calendar.FIELD))));
  }

  private static List<ModelChange> changes(Map<String, Aggregate> answer) {
    List<ModelChange> models = new ArrayList<>();
    for (StringTermsBucket model : Reader.aggregate(answer, MODELS).sterms().buckets().array()) {
      Double first = Reader.aggregate(model.aggregations(), FIRST).min().value();
      long millis = Objects.requireNonNull(first, "a bucket without documents").longValue();
      models.add(
          new ModelChange(
              Instant.ofEpochMilli(millis).atZone(Morocco.TIME).toLocalDate(),
              model.key().stringValue()));
    }
    return models.stream()
        .sorted(Comparator.comparing(ModelChange::day).thenComparing(ModelChange::model))
        .skip(1)
        .toList();
  }
}
