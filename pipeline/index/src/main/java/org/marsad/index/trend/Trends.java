// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.index.trend;

import co.elastic.clients.elasticsearch._types.aggregations.Aggregate;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregation;
import co.elastic.clients.elasticsearch._types.aggregations.DateHistogramBucket;
import co.elastic.clients.elasticsearch._types.aggregations.StringTermsBucket;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.marsad.index.query.Calendar;
import org.marsad.index.query.CellTables;
import org.marsad.index.query.CoverageRequest.Interval;
import org.marsad.index.query.PeriodCounts;
import org.marsad.index.query.PeriodCounts.Table;
import org.marsad.index.query.QueryBuilder;
import org.marsad.index.query.Reader;
import org.marsad.index.query.SmallCells;
import org.marsad.index.query.Told;
import org.marsad.model.Filters;

/** Counts by period: what was captured, and how of that was judged what meets the filters. */
final class Trends {
  private static final String CELLS = "cells";
  private static final String SOURCES = "sources";
  private static final String MODELS = "models";
  private static final String FIRST = "first";
  private static final int MOST_MODELS = 20;

  private static final Query RELEVANT =
      Query.of(q -> q.term(t -> t.field("assessment.relevant").value(true)));

  private static final Table<Captured> CAPTURED =
      new Table<>(Captured.class, QueryBuilder::query, askedOfCaptured(), Captured::of);

  private static final Aggregation MODELS_OF_A_PERIOD =
      Aggregation.of(
          a ->
              a.terms(t -> t.field("assessment.model").size(MOST_MODELS))
                  .aggregations(FIRST, f -> f.min(m -> m.field(Calendar.FIELD))));

  private final PeriodCounts counts;
  private final CellTables tables;
  private final Correction correction;
  private final Table<Said> said;
  private final Table<Said> saidInStories;

  Trends(Reader reader, Correction correction) {
    this.counts = new PeriodCounts(reader);
    this.tables = new CellTables(reader);
    this.correction = correction;
    this.said = new Table<>(Said.class, Trends::relevant, asked(Map.of()), this::said);
    this.saidInStories =
        new Table<>(
            Said.class,
            Trends::relevant,
            asked(StoryCounts.ASKED),
            bucket -> said(bucket).inStories(bucket));
  }

  private record Captured(Told documents, long sources) {
    static final Captured NOTHING = new Captured(Told.NOTHING, 0);

    static Captured of(DateHistogramBucket bucket) {
      return new Captured(
          SmallCells.cell(bucket).told(),
          Reader.aggregate(bucket.aggregations(), SOURCES).cardinality().value());
    }
  }

  /**
   * @param models the first days on which each judged
   * @param stories 0 where not asked for, as {@code hostileStories}
   */
  private record Said(
      Judged judged, Map<String, LocalDate> models, long stories, long hostileStories) {
    static final Said NOTHING = new Said(new Judged(Map.of(), 0, 0), Map.of(), 0, 0);

    Said inStories(DateHistogramBucket bucket) {
      return new Said(
          judged,
          models,
          StoryCounts.all(bucket.aggregations()),
          StoryCounts.hostile(bucket.aggregations()));
    }
  }

  TrendSeries of(TrendQuestion question) {
    Interval interval = question.interval();
    Map<LocalDate, Captured> captured = counts.of(CAPTURED, question.asked().coverage(), interval);
    Map<LocalDate, Said> found =
        counts.of(question.stories() ? saidInStories : said, question.asked(), interval);
    List<TrendPeriod> periods = new ArrayList<>();
    for (LocalDate start = Calendar.start(question.from(), interval);
        !start.isAfter(question.to());
        start = Calendar.next(start, interval)) {
      periods.add(
          period(
              question,
              start,
              captured.getOrDefault(start, Captured.NOTHING),
              found.getOrDefault(start, Said.NOTHING)));
    }
    Judged whole = whole(question, found.values());
    return new TrendSeries(
        List.copyOf(periods),
        correction.share(question.filters(), whole),
        changes(found.values()),
        whole.calls());
  }

  /**
   * All days together, of which more may be told than of their periods: whoever wrote once a month
   * counts once, and five such people are five. As long as the periods say so they are not counted
   * anew.
   */
  private Judged whole(TrendQuestion question, Collection<Said> periods) {
    Judged sum = Judged.sum(periods.stream().map(Said::judged).toList());
    return sum.isUnsure()
        ? Judged.of(
            tables
                .count(relevant(question.asked()), Map.of(CELLS, Judged.AXES))
                .getOrDefault(CELLS, Map.of()),
            sum.ofModel(),
            sum.documents())
        : sum;
  }

  private TrendPeriod period(
      TrendQuestion question, LocalDate start, Captured captured, Said said) {
    Map<Manner, Told> manners = said.judged().manners();
    Told relevant = manners.values().stream().reduce(Told.NOTHING, Told::plus);
    boolean isCounted = question.stories() && !relevant.withheld();
    return new TrendPeriod(
        start,
        captured.documents(),
        captured.sources(),
        relevant,
        manners,
        isCounted ? Long.valueOf(said.stories()) : null,
        isCounted ? Long.valueOf(said.hostileStories()) : null,
        correction.share(question.filters(), said.judged()));
  }

  private static Query relevant(Filters filters) {
    return Query.of(q -> q.bool(b -> b.filter(QueryBuilder.query(filters), RELEVANT)));
  }

  private static Map<String, Aggregation> askedOfCaptured() {
    Map<String, Aggregation> asked = new HashMap<>(SmallCells.ASKED);
    asked.put(SOURCES, Aggregation.of(a -> a.cardinality(c -> c.field("sourceId"))));
    return asked;
  }

  private static Map<String, Aggregation> asked(Map<String, Aggregation> further) {
    Map<String, Aggregation> asked = new HashMap<>(further);
    asked.put(CELLS, CellTables.asked(Judged.AXES));
    asked.put(MODELS, MODELS_OF_A_PERIOD);
    return asked;
  }

  private Said said(DateHistogramBucket bucket) {
    Map<String, Aggregate> found = bucket.aggregations();
    Map<String, LocalDate> models = new HashMap<>();
    long ofModel = 0;
    for (StringTermsBucket model : Reader.aggregate(found, MODELS).sterms().buckets().array()) {
      String name = model.key().stringValue();
      models.put(name, first(model));
      ofModel += name.equals(correction.model()) ? model.docCount() : 0;
    }
    return new Said(
        Judged.of(
            CellTables.cells(Reader.aggregate(found, CELLS), Judged.AXES),
            ofModel,
            bucket.docCount()),
        models,
        0,
        0);
  }

  private static LocalDate first(StringTermsBucket model) {
    Double first = Reader.aggregate(model.aggregations(), FIRST).min().value();
    return Calendar.day(Objects.requireNonNull(first, "a bucket without documents").longValue());
  }

  private static List<ModelChange> changes(Collection<Said> periods) {
    Map<String, LocalDate> firsts = new HashMap<>();
    periods.forEach(
        period ->
            period
                .models()
                .forEach(
                    (model, day) -> firsts.merge(model, day, (a, b) -> a.isBefore(b) ? a : b)));
    return firsts.entrySet().stream()
        .map(one -> new ModelChange(one.getValue(), one.getKey()))
        .sorted(Comparator.comparing(ModelChange::day).thenComparing(ModelChange::model))
        .skip(1)
        .toList();
  }
}
