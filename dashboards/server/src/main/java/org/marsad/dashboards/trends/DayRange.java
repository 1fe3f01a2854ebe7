// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.dashboards.trends;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.marsad.dashboards.http.InvalidParameterException;
import org.marsad.dashboards.http.Parameter;
import org.marsad.dashboards.http.Request;
import org.marsad.index.query.TrendRequest;
import org.marsad.model.Morocco;

/** The days from {@code from} to {@code to}, both included; without them the last 30. */
record DayRange(LocalDate from, LocalDate to) {
  private static final int DEFAULT_DAYS = 30;
  private static final Parameter<LocalDate> FROM =
      Parameter.day("from", "The first day; without it the last 30 before `to` begin.");
  private static final Parameter<LocalDate> TO =
      Parameter.day("to", "The last day; without it today.");

  static final List<Parameter<?>> PARAMETERS = List.of(FROM, TO);

  static DayRange read(Request request, Clock clock) {
    return of(request.find(FROM), request.find(TO), clock);
  }

  static DayRange of(@Nullable LocalDate start, @Nullable LocalDate end, Clock clock) {
    LocalDate to = end == null ? LocalDate.now(clock.withZone(Morocco.TIME)) : end;
    LocalDate from = start == null ? to.minusDays(DEFAULT_DAYS - 1L) : start;
    long days = ChronoUnit.DAYS.between(from, to);
    if (days < 0 || days >= TrendRequest.MAX_DAYS) {
      throw new InvalidParameterException(
          "from",
          from + " to " + to + " is no period that can be counted.",
          List.of("a day at most " + (TrendRequest.MAX_DAYS - 1) + " days before `to`"));
    }
    return new DayRange(from, to);
  }
}
