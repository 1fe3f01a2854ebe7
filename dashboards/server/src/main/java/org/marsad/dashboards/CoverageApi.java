// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.dashboards;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.marsad.index.query.CoveragePeriod;
import org.marsad.index.query.CoverageRequest;
import org.marsad.index.query.CoverageRequest.Interval;
import org.marsad.index.query.DocumentQueries;
import org.marsad.index.query.TrendRequest;
import org.marsad.model.Morocco;

/** What was captured at all, by period, language and kind: /api/coverage. */
final class CoverageApi {
  private static final int DEFAULT_DAYS = 30;
  private static final List<String> INTERVALS =
      Stream.of(Interval.values()).map(one -> one.name().toLowerCase(Locale.ROOT)).toList();
  private static final Set<String> NAMES = Set.of("from", "to", "interval");

  private final DocumentQueries queries;
  private final Clock clock;

  CoverageApi(DocumentQueries queries, Clock clock) {
    this.queries = queries;
    this.clock = clock;
  }

  private record Answer(Interval interval, List<CoveragePeriod> periods) {}

  void addTo(RoutesConfig routes) {
    routes.get(
        "/api/coverage",
        context -> {
          CoverageRequest request = request(context);
          context.json(new Answer(request.interval(), queries.coverage(request)));
        });
  }

  private CoverageRequest request(Context context) {
    RequestParameters parameters = new RequestParameters(context, NAMES);
    LocalDate asked = parameters.day("to");
    LocalDate to = asked == null ? LocalDate.now(clock.withZone(Morocco.TIME)) : asked;
    LocalDate start = parameters.day("from");
    LocalDate from = start == null ? to.minusDays(DEFAULT_DAYS - 1L) : start;
    String interval = parameters.oneOf("interval", INTERVALS);
    long days = ChronoUnit.DAYS.between(from, to);
    if (days < 0 || days >= TrendRequest.MAX_DAYS) {
      throw new InvalidParameterException(
          "from",
          from + " to " + to + " is no period that can be counted.",
          List.of("a day at most " + (TrendRequest.MAX_DAYS - 1) + " days before `to`"));
    }
    return new CoverageRequest(
        from,
        to,
        interval == null ? Interval.DAY : Interval.valueOf(interval.toUpperCase(Locale.ROOT)));
  }
}
