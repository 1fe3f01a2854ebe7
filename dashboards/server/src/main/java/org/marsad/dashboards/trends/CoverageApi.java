// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.dashboards.trends;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.marsad.dashboards.http.Access;
import org.marsad.dashboards.http.Cost;
import org.marsad.dashboards.http.Csv;
import org.marsad.dashboards.http.Endpoint;
import org.marsad.dashboards.http.Parameter;
import org.marsad.dashboards.http.Request;
import org.marsad.dashboards.http.Withheld;
import org.marsad.dashboards.search.FilterParameters;
import org.marsad.dashboards.sources.Outlets;
import org.marsad.index.query.CoveragePeriod;
import org.marsad.index.query.CoverageRequest;
import org.marsad.index.query.CoverageRequest.Interval;
import org.marsad.index.query.DocumentQueries;
import org.marsad.index.query.Told;

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

  private record Answer(Interval interval, List<Period> periods) {}

  /**
   * What was captured of all that was published in a period.
   *
   * @param start first day of the period, which may lie before the first day asked for
   * @param sources that something was heard of
   * @param withheld names of the figures of which documents of fewer than five people are left out;
   *     such a figure is absent where nothing else is in it
   */
  private record Period(
      LocalDate start,
      @Nullable Long documents,
      long sources,
      Map<String, @Nullable Long> languages,
      Map<String, @Nullable Long> kinds,
      List<String> withheld) {
    static Period of(CoveragePeriod counted) {
      return new Period(
          counted.start(),
          counted.documents().shown(),
          counted.sources(),
          Withheld.shown(counted.languages()),
          Withheld.shown(counted.kinds()),
          Withheld.names(figures(counted)));
    }

    private static Map<String, Told> figures(CoveragePeriod counted) {
      Map<String, Told> figures = new HashMap<>(counted.languages());
      figures.putAll(counted.kinds());
      figures.put("documents", counted.documents());
      return figures;
    }
  }

  public List<Endpoint> endpoints() {
    return List.of(
        Endpoint.get("/api/trend")
            .access(Access.READ)
            .costs(Cost.MIDDLE)
            .summary("Counts documents per day of publication in Morocco")
            .parameters(FilterParameters.ALL)
            .answers(Coverage.Trend.class)
            .handle(request -> Coverage.trend(queries, FilterParameters.read(request))),
        Endpoint.get("/api/coverage")
            .access(Access.READ)
            .costs(Cost.MIDDLE)
            .summary("Tells what was captured, by period, language and kind")
            .parameters(DayRange.PARAMETERS)
            .parameters(INTERVAL)
            .answers(Answer.class)
            .handle(
                request ->
                    new Answer(
                        request.get(INTERVAL),
                        queries.coverage(coverage(request)).stream().map(Period::of).toList())),
        Endpoint.get("/api/coverage.csv")
            .access(Access.READ)
            .costs(Cost.MIDDLE)
            .summary("The same as a table")
            .parameters(DayRange.PARAMETERS)
            .parameters(INTERVAL)
            .answers(200, Csv.MEDIA_TYPE)
            .handle(
                request ->
                    csv(queries.coverage(coverage(request)).stream().map(Period::of).toList())
                        .answer(request.context(), "marsad-coverage.csv")),
        Endpoint.get("/api/gaps")
            .access(Access.READ)
            .costs(Cost.MIDDLE)
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
        .map(gap -> Gap.of(gap, outlets))
        .toList();
  }

  /** A cell of which nothing may be told is empty, and named in the last column. */
  private static Csv csv(List<Period> periods) {
    SortedSet<String> kinds = codes(periods, Period::kinds);
    SortedSet<String> languages = codes(periods, Period::languages);
    List<String> head = new ArrayList<>(List.of("from", "documents", "sources"));
    head.addAll(kinds);
    head.addAll(languages);
    head.add("withheld_fewer_than_five_people");
    Csv csv = new Csv(head);
    for (Period period : periods) {
      List<@Nullable Object> row = new ArrayList<>();
      row.add(period.start());
      row.add(period.documents());
      row.add(period.sources());
      kinds.forEach(kind -> row.add(period.kinds().getOrDefault(kind, 0L)));
      languages.forEach(language -> row.add(period.languages().getOrDefault(language, 0L)));
      row.add(String.join(" ", period.withheld()));
      csv.add(row.toArray());
    }
    return csv;
  }

  private static SortedSet<String> codes(
      List<Period> periods, Function<Period, Map<String, @Nullable Long>> part) {
    SortedSet<String> codes = new TreeSet<>();
    periods.forEach(period -> codes.addAll(part.apply(period).keySet()));
    return codes;
  }
}
