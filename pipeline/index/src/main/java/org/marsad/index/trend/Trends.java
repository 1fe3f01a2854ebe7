// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.index.trend;

import co.elastic.clients.elasticsearch._types.aggregations.Aggregate;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregation;
import co.elastic.clients.elasticsearch._types.aggregations.DateHistogramBucket;
import co.elastic.clients.elasticsearch._types.aggregations.FieldDateMath;
import co.elastic.clients.elasticsearch._types.aggregations.StringTermsBucket;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.marsad.index.query.Axis;
import org.marsad.index.query.Calendar;
import org.marsad.index.query.Cell;
import org.marsad.index.query.CellTables;
import org.marsad.index.query.QueryBuilder;
import org.marsad.index.query.Reader;
import org.marsad.index.query.Told;
import org.marsad.model.Morocco;

/** Counts by period: what was captured, and how of that was judged what meets the filters. */
final class Trends {
  private static final String PERIODS = "periods";
  private static final String SOURCES = "sources";
  private static final String MODEL = "model";
  private static final String MODELS = "models";
  private static final String FIRST = "first";
  private static final int MOST_MODELS = 20;

  private static final Query RELEVANT =
      Query.of(q -> q.term(t -> t.field("assessment.relevant").value(true)));

  private final Reader reader;
  private final CellTables tables;
  private final Correction correction;

  Trends(Reader reader, Correction correction) {
    this.reader = reader;
    this.tables = new CellTables(reader);
    this.correction = correction;
  }

  private record Captured(Told documents, long sources) {}

  TrendSeries of(TrendQuestion question) {
    Query relevant =
        Query.of(
            q ->
                q.bool(
                    b -> b.filter(QueryBuilder.query(question.asked())).filter(RELEVANT)));
    Map<LocalDate, Map<List<String>, Cell>> cells = cells(question, relevant);
    Map<String, Aggregate> answer =
        reader.summary(relevant, Map.of(PERIODS, periods(question), MODELS, models()));
    Map<LocalDate, DateHistogramBucket> found = buckets(answer);
    List<Judged> all = new ArrayList<>();
    List<TrendPeriod> periods = new ArrayList<>();
    captured(question)
        .forEach(
            (start, captured) -> {
              DateHistogramBucket bucket = found.get(start);
              Judged judged =
                  bucket == null
                      ? Judged.NONE
                      : Judged.of(
                          cells.getOrDefault(start, Map.of()),
                          Reader.aggregate(bucket.aggregations(), MODEL).filter().docCount(),
                          bucket.docCount());
              all.add(judged);
              periods.add(period(question, start, captured, judged, bucket));
            });
    Correction.Sum sum = Correction.Sum.of(all);
    return new TrendSeries(
        List.copyOf(periods),
        correction.share(question.filters(), sum),
        changes(answer),
        sum.calls());
  }

  /** By period, and then by the keys on {@link Judged#AXES}. */
  private Map<LocalDate, Map<List<String>, Cell>> cells(TrendQuestion question, Query relevant) {
    List<Axis> axes = new ArrayList<>(List.of(Axis.periods(question.interval())));
    axes.addAll(Judged.AXES);
    Map<LocalDate, Map<List<String>, Cell>> cells = new HashMap<>();
    tables
        .count(relevant, axes.toArray(Axis[]::new))
        .forEach(
            (path, cell) ->
                cells
                    .computeIfAbsent(LocalDate.parse(path.get(0)), start -> new HashMap<>())
                    .put(path.subList(1, path.size()), cell));
    return cells;
  }

  private TrendPeriod period(
      TrendQuestion question,
      LocalDate start,
      Captured captured,
      Judged judged,
      @Nullable DateHistogramBucket bucket) {
    Map<Manner, Told> manners = judged.manners();
    Told relevant = manners.values().stream().reduce(Told.NOTHING, Told::plus);
    boolean isCounted = question.stories() && !relevant.withheld();
    return new TrendPeriod(
        start,
        captured.documents(),
        captured.sources(),
        relevant,
        manners,
        isCounted ? Long.valueOf(bucket == null ? 0 : StoryCounts.all(bucket.aggregations())) : null,
        isCounted
            ? Long.valueOf(bucket == null ? 0 : StoryCounts.hostile(bucket.aggregations()))
            : null,
        correction.share(question.filters(), Correction.Sum.of(List.of(judged))));
  }

  /** What is counted beside the cells, and tells of nobody. */
  private Aggregation periods(TrendQuestion question) {
    return Aggregation.of(
        a ->
            a.dateHistogram(Calendar.by(question.interval()).minDocCount(1).build())
                .aggregations(
                    MODEL,
                    m ->
                        m.filter(
                            f ->
                                f.term(t -> t.field("assessment.model").value(correction.model()))))
                .aggregations(question.stories() ? StoryCounts.ASKED : Map.of()));
  }

  /** By period, also of those without any document. */
  private Map<LocalDate, Captured> captured(TrendQuestion question) {
    Query query = QueryBuilder.query(question.asked().coverage());
    Map<List<String>, Cell> cells = tables.count(query, Axis.periods(question.interval()));
    Aggregation periods =
        Aggregation.of(
            a ->
                a.dateHistogram(
                        Calendar.by(question.interval())
                            .minDocCount(0)
                            .extendedBounds(
                                b -> b.min(bound(question.from())).max(bound(question.to())))
                            .build())
                    .aggregations(SOURCES, s -> s.cardinality(c -> c.field("sourceId"))));
    Map<LocalDate, Captured> captured = new TreeMap<>();
    buckets(reader.summary(query, Map.of(PERIODS, periods)))
        .forEach(
            (start, bucket) ->
                captured.put(
                    start,
                    new Captured(
                        cells.getOrDefault(List.of(start.toString()), Cell.EMPTY).told(),
                        Reader.aggregate(bucket.aggregations(), SOURCES).cardinality().value())));
    return captured;
  }

  private static Map<LocalDate, DateHistogramBucket> buckets(Map<String, Aggregate> answer) {
    Map<LocalDate, DateHistogramBucket> buckets = new TreeMap<>();
    for (DateHistogramBucket bucket :
        Reader.aggregate(answer, PERIODS).dateHistogram().buckets().array()) {
      buckets.put(Calendar.day(bucket.key()), bucket);
    }
    return buckets;
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
