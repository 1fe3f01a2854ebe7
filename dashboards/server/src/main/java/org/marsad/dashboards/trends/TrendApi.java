// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.dashboards.trends;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.marsad.dashboards.http.Access;
import org.marsad.dashboards.http.Cost;
import org.marsad.dashboards.http.Csv;
import org.marsad.dashboards.http.Endpoint;
import org.marsad.dashboards.http.InvalidParameterException;
import org.marsad.dashboards.http.Parameter;
import org.marsad.dashboards.http.Request;
import org.marsad.dashboards.search.FilterParameters;
import org.marsad.index.query.CoverageRequest.Interval;
import org.marsad.index.query.DocumentQueries;
import org.marsad.index.trend.TrendQueries;
import org.marsad.index.trend.TrendQuestion;
import org.marsad.index.trend.TrendSeries;
import org.marsad.model.Filters;
import org.marsad.model.SourceHealth;

/** Trends with corrected shares, one or a few to compare: /api/trends, /api/trends.csv. */
public final class TrendApi {
  private static final int MOST_PERIODS = 400;
  private static final int MOST_COMPARED = 4;
  private static final Parameter<Interval> INTERVAL =
      Parameter.oneOfLower("interval", Interval.class, "How long a period is.")
          .orElse(Interval.WEEK);
  private static final Parameter<Axis> COMPARE =
      Parameter.oneOfLower("compare", Axis.class, "What the series differ in.");
  private static final Parameter<String> WITH =
      Parameter.text("with", "The value of one series to compare; 2 to 4 of them.").many();
  private static final Parameter<Boolean> STORIES =
      Parameter.flag("stories", "Whether to count stories too, copies once.").orElse(false);

  private final DocumentQueries queries;
  private final TrendQueries trends;
  private final Clock clock;

  public TrendApi(DocumentQueries queries, TrendQueries trends, Clock clock) {
    this.queries = queries;
    this.trends = trends;
    this.clock = clock;
  }

  public List<Endpoint> endpoints() {
    return List.of(
        Endpoint.get("/api/trends")
            .access(Access.READ)
            .costs(Cost.MIDDLE)
            .summary("Tells trends by period with corrected shares, to compare up to four")
            .parameters(FilterParameters.ALL)
            .parameters(INTERVAL, COMPARE, WITH, STORIES)
            .answers(TrendView.class)
            .handle(this::view),
        Endpoint.get("/api/trends.csv")
            .access(Access.ANALYSE)
            .costs(Cost.MIDDLE)
            .summary("The same as a table")
            .parameters(FilterParameters.ALL)
            .parameters(INTERVAL, COMPARE, WITH, STORIES)
            .answers(200, Csv.MEDIA_TYPE)
            .handle(
                request ->
                    TrendCsv.of(view(request)).answer(request.context(), "marsad-trends.csv")));
  }

  private TrendView view(Request request) {
    Filters filters = FilterParameters.read(request);
    DayRange days = DayRange.of(filters.from(), filters.to(), clock);
    Interval interval = request.get(INTERVAL);
    requireFew(days, interval);
    TrendQuestion question =
        new TrendQuestion(
            filters, days.from(), days.to(), interval, Boolean.TRUE.equals(request.find(STORIES)));
    Axis axis = request.find(COMPARE);
    List<String> values = request.all(WITH).stream().distinct().toList();
    requireComparable(axis, values);
    List<TrendView.Series> series = new ArrayList<>();
    List<TrendSeries> found = new ArrayList<>();
    for (int at = 0; at < Math.max(1, values.size()); at++) {
      String value = axis == null ? null : values.get(at);
      Filters chosen = axis == null || value == null ? filters : axis.with(filters, value);
      TrendSeries one = trends.trend(question.about(chosen));
      found.add(one);
      series.add(TrendView.Series.of(value, one));
    }
    return new TrendView(
        interval,
        days.from(),
        days.to(),
        followed(filters),
        trends.model(),
        series,
        pairs(values, found));
  }

  private List<TrendView.Pair> pairs(List<String> values, List<TrendSeries> found) {
    List<TrendView.Pair> pairs = new ArrayList<>();
    for (int one = 0; one < values.size(); one++) {
      for (int other = one + 1; other < values.size(); other++) {
        pairs.add(
            TrendView.Pair.of(
                values.get(one),
                values.get(other),
                trends.difference(found.get(one), found.get(other))));
      }
    }
    return pairs;
  }

  private long followed(Filters filters) {
    return queries.sources().stream()
        .map(SourceHealth::outletId)
        .filter(id -> filters.sources().isEmpty() || filters.sources().contains(id))
        .distinct()
        .count();
  }

  private static void requireFew(DayRange days, Interval interval) {
    long length = ChronoUnit.DAYS.between(days.from(), days.to());
    long periods = length / (interval == Interval.DAY ? 1 : interval == Interval.WEEK ? 7 : 28);
    if (periods > MOST_PERIODS) {
      throw new InvalidParameterException(
          "interval",
          "That would be " + periods + " periods.",
          List.of("at most " + MOST_PERIODS + " periods: take longer ones, or fewer days"));
    }
  }

  private static void requireComparable(@Nullable Axis axis, List<String> values) {
    if (axis == null ? !values.isEmpty() : values.size() < 2 || values.size() > MOST_COMPARED) {
      throw new InvalidParameterException(
          "with",
          axis == null
              ? "It needs `compare`, which says what the values are."
              : "There are " + values.size() + " different values.",
          List.of("2 to " + MOST_COMPARED + " different values, with `compare`"));
    }
  }
}
