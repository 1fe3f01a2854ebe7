// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.dashboards.trends;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.marsad.alerts.explain.Spread;
import org.marsad.dashboards.http.Access;
import org.marsad.dashboards.http.Cost;
import org.marsad.dashboards.http.Endpoint;
import org.marsad.dashboards.http.InvalidParameterException;
import org.marsad.dashboards.http.Parameter;
import org.marsad.dashboards.http.Request;
import org.marsad.dashboards.search.FilterParameters;
import org.marsad.dashboards.sources.Outlets;
import org.marsad.index.query.DocumentQueries;
import org.marsad.index.query.TrendRequest;
import org.marsad.index.trend.Change;
import org.marsad.index.trend.ChangeQuestion;
import org.marsad.index.trend.Rates;
import org.marsad.index.trend.Span;
import org.marsad.index.trend.Trait;
import org.marsad.index.trend.TrendQueries;
import org.marsad.model.Filters;

/** What carries the change between two ranges of days: /api/explain. */
public final class ExplainApi {
  private static final Parameter<LocalDate> BEFORE_FROM =
      Parameter.day("beforeFrom", "The first day of the earlier range.").asked();
  private static final Parameter<LocalDate> BEFORE_TO =
      Parameter.day("beforeTo", "The last day of the earlier range.").asked();
  private static final Parameter<LocalDate> AFTER_FROM =
      Parameter.day("afterFrom", "The first day of the later range.").asked();
  private static final Parameter<LocalDate> AFTER_TO =
      Parameter.day("afterTo", "The last day of the later range.").asked();

  private final DocumentQueries queries;
  private final TrendQueries trends;
  private final Outlets outlets;

  public ExplainApi(DocumentQueries queries, TrendQueries trends, Outlets outlets) {
    this.queries = queries;
    this.trends = trends;
    this.outlets = outlets;
  }

  /**
   * @param gaps days of either range of which a source is missing; told first
   * @param counted documents that are explained, of {@code whole}, in both ranges
   * @param perDay the change of documents per day, of which volume and share are the parts
   * @param withheld whether figures of few people are left out, which are in the rest
   * @param modelChanged whether other models judged the later range
   * @param spread whether it is one story told again; absent where there is no document
   */
  private record Answer(
      List<Gap> gaps,
      Rates counted,
      long daysBefore,
      long daysAfter,
      double perDay,
      Rates.Effects effects,
      boolean withheld,
      boolean modelChanged,
      @Nullable Spread spread,
      List<Dimension> dimensions,
      List<Change.Term> terms) {}

  /**
   * @param overlapping whether a document may have several values, so that there is no rest
   */
  private record Dimension(
      Trait trait, boolean overlapping, List<Change.Part> parts, @Nullable Double rest) {}

  public List<Endpoint> endpoints() {
    return List.of(
        Endpoint.get("/api/explain")
            .access(Access.READ)
            .costs(Cost.MIDDLE)
            .summary("Says what carries the change between two ranges of days")
            .parameters(FilterParameters.ALL)
            .parameters(BEFORE_FROM, BEFORE_TO, AFTER_FROM, AFTER_TO)
            .answers(Answer.class)
            .handle(this::explain));
  }

  private Answer explain(Request request) {
    Filters filters = FilterParameters.read(request);
    Span before = span(request, BEFORE_FROM, BEFORE_TO);
    Span after = span(request, AFTER_FROM, AFTER_TO);
    if (!before.to().isBefore(after.from())) {
      throw new InvalidParameterException(
          "afterFrom",
          "The later range begins before the earlier one has ended.",
          List.of("a day after `beforeTo`"));
    }
    Change change = trends.change(new ChangeQuestion(filters, before, after));
    return new Answer(
        Stream.of(before, after).flatMap(span -> gaps(filters, span)).distinct().toList(),
        change.total(),
        before.days(),
        after.days(),
        change.perDay().sum(),
        change.perDay(),
        change.withheld(),
        !change.modelsBefore().isEmpty()
            && !change.modelsAfter().isEmpty()
            && !change.modelsBefore().equals(change.modelsAfter()),
        change.spread(),
        change.traits().entrySet().stream().map(ExplainApi::dimension).toList(),
        change.terms());
  }

  private static Dimension dimension(Map.Entry<Trait, Change.Traits> found) {
    Trait trait = found.getKey();
    return new Dimension(
        trait,
        trait.isOverlapping(),
        found.getValue().parts(),
        trait.isOverlapping() ? null : Double.valueOf(found.getValue().rest()));
  }

  private Stream<Gap> gaps(Filters filters, Span span) {
    return queries.gaps(filters.sources(), span.from(), span.to()).stream()
        .map(gap -> Gap.of(gap, outlets));
  }

  private static Span span(Request request, Parameter<LocalDate> first, Parameter<LocalDate> last) {
    LocalDate from = request.get(first);
    LocalDate to = request.get(last);
    if (from.isAfter(to) || !to.isBefore(from.plusDays(TrendRequest.MAX_DAYS))) {
      throw new InvalidParameterException(
          first.name(),
          from + " to " + to + " is no range.",
          List.of(
              "a day at most "
                  + (TrendRequest.MAX_DAYS - 1)
                  + " days before `"
                  + last.name()
                  + "`"));
    }
    return new Span(from, to);
  }
}
