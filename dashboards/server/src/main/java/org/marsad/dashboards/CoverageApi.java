// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.dashboards;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.marsad.index.query.CoveragePeriod;
import org.marsad.index.query.CoverageRequest;
import org.marsad.index.query.CoverageRequest.Interval;
import org.marsad.index.query.DocumentQueries;
import org.marsad.index.query.SourceGap;

/**
 * What was captured at all, by period, language and kind, and what is missing: /api/coverage,
 * /api/coverage.csv, /api/gaps.
 */
final class CoverageApi {
  private static final List<String> INTERVALS =
      Stream.of(Interval.values()).map(one -> one.name().toLowerCase(Locale.ROOT)).toList();
  private static final Set<String> NAMES = Set.of("from", "to", "interval");
  private static final Set<String> GAP_NAMES = Set.of("from", "to", "source");

  private final DocumentQueries queries;
  private final Outlets outlets;
  private final Clock clock;

  CoverageApi(DocumentQueries queries, Outlets outlets, Clock clock) {
    this.queries = queries;
    this.outlets = outlets;
    this.clock = clock;
  }

  private record Answer(Interval interval, List<CoveragePeriod> periods) {}

  /**
   * Days of which a source is missing.
   *
   * @param perDay documents that it brings as a rule
   */
  private record Gap(
      String source, String sourceName, LocalDate from, LocalDate to, double perDay) {}

  void addTo(RoutesConfig routes) {
    routes.get(
        "/api/coverage",
        context -> {
          CoverageRequest request = request(context);
          context.json(new Answer(request.interval(), queries.coverage(request)));
        });
    routes.get(
        "/api/coverage.csv",
        context -> csv(queries.coverage(request(context))).answer(context, "marsad-coverage.csv"));
    routes.get("/api/gaps", context -> context.json(gaps(context)));
  }

  private CoverageRequest request(Context context) {
    RequestParameters parameters = new RequestParameters(context, NAMES);
    DayRange days = DayRange.read(parameters, clock);
    String interval = parameters.oneOf("interval", INTERVALS);
    return new CoverageRequest(
        days.from(),
        days.to(),
        interval == null ? Interval.DAY : Interval.valueOf(interval.toUpperCase(Locale.ROOT)));
  }

  private List<Gap> gaps(Context context) {
    RequestParameters parameters = new RequestParameters(context, GAP_NAMES);
    DayRange days = DayRange.read(parameters, clock);
    return queries.gaps(parameters.texts("source"), days.from(), days.to()).stream()
        .map(this::named)
        .toList();
  }

  private Gap named(SourceGap gap) {
    return new Gap(
        gap.sourceId(), outlets.name(gap.sourceId()), gap.from(), gap.to(), gap.perDay());
  }

  private static Csv csv(List<CoveragePeriod> periods) {
    SortedSet<String> kinds = codes(periods, CoveragePeriod::kinds);
    SortedSet<String> languages = codes(periods, CoveragePeriod::languages);
    List<String> head = new ArrayList<>(List.of("from", "documents", "sources"));
    head.addAll(kinds);
    head.addAll(languages);
    Csv csv = new Csv(head);
    for (CoveragePeriod period : periods) {
      List<Object> row = new ArrayList<>();
      row.add(period.start());
      row.add(period.documents());
      row.add(period.sources());
      kinds.forEach(kind -> row.add(period.kinds().getOrDefault(kind, 0L)));
      languages.forEach(language -> row.add(period.languages().getOrDefault(language, 0L)));
      csv.add(row.toArray());
    }
    return csv;
  }

  private static SortedSet<String> codes(
      List<CoveragePeriod> periods, Function<CoveragePeriod, Map<String, Long>> part) {
    SortedSet<String> codes = new TreeSet<>();
    periods.forEach(period -> codes.addAll(part.apply(period).keySet()));
    return codes;
  }
}
