// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.dashboards.trends;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import org.marsad.dashboards.http.Access;
import org.marsad.dashboards.http.Csv;
import org.marsad.dashboards.http.Endpoint;
import org.marsad.dashboards.http.Parameter;
import org.marsad.dashboards.http.Request;
import org.marsad.dashboards.search.FilterParameters;
import org.marsad.dashboards.sources.Outlets;
import org.marsad.index.query.CoveragePeriod;
import org.marsad.index.query.CoverageRequest;
import org.marsad.index.query.CoverageRequest.Interval;
import org.marsad.index.query.DocumentQueries;
import org.marsad.index.query.SourceGap;

/**
 * What was said over time, what was captured at all, by period, language and kind, and what is
 * missing: /api/trend, /api/coverage, /api/coverage.csv, /api/gaps.
 */
public final class CoverageApi {
  private static final Parameter<Interval> INTERVAL =
      Parameter.oneOfLower("interval", Interval.class, "How long a period is.")
          .orElse(Interval.DAY);
  private static final Parameter<String> SOURCE =
      Parameter.text("source", "The id of an outlet; without it all.").many();

  private final DocumentQueries queries;
  private final Outlets outlets;
  private final Clock clock;

  public CoverageApi(DocumentQueries queries, Outlets outlets, Clock clock) {
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

  public List<Endpoint> endpoints() {
    return List.of(
        Endpoint.get("/api/trend")
            .access(Access.READ)
            .summary("Counts documents per day of publication in Morocco")
            .parameters(FilterParameters.ALL)
            .answers(Coverage.Trend.class)
            .handle(request -> Coverage.trend(queries, FilterParameters.read(request))),
        Endpoint.get("/api/coverage")
            .access(Access.READ)
            .summary("Tells what was captured, by period, language and kind")
            .parameters(DayRange.PARAMETERS)
            .parameters(INTERVAL)
            .answers(Answer.class)
            .handle(
                request -> new Answer(request.get(INTERVAL), queries.coverage(coverage(request)))),
        Endpoint.get("/api/coverage.csv")
            .access(Access.READ)
            .summary("The same as a table")
            .parameters(DayRange.PARAMETERS)
            .parameters(INTERVAL)
            .answers(200, Csv.MEDIA_TYPE)
            .handle(
                request ->
                    csv(queries.coverage(coverage(request)))
                        .answer(request.context(), "marsad-coverage.csv")),
        Endpoint.get("/api/gaps")
            .access(Access.READ)
            .summary("Lists days of which a source is missing that usually publishes")
            .parameters(DayRange.PARAMETERS)
            .parameters(SOURCE)
            .answersAll(Gap.class)
            .handle(this::gaps));
  }

  private CoverageRequest coverage(Request request) {
    DayRange days = DayRange.read(request, clock);
    return new CoverageRequest(days.from(), days.to(), request.get(INTERVAL));
  }

  private List<Gap> gaps(Request request) {
    DayRange days = DayRange.read(request, clock);
    return queries.gaps(request.all(SOURCE), days.from(), days.to()).stream()
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
