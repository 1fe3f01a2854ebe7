// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.dashboards.trends;

import java.util.List;
import java.util.stream.Stream;
import org.marsad.classifiers.Frame;
import org.marsad.classifiers.Target;
import org.marsad.dashboards.http.InvalidParameterException;
import org.marsad.model.Filters;
import org.marsad.model.QueryCost;

/** By what trends are compared. There is none by author: persons are not ranked. */
public enum Axis {
  QUERY,
  SOURCE,
  LANGUAGE,
  TARGET,
  FRAME,
  PLACE;

  /**
   * The filters with one value to compare.
   *
   * @throws InvalidParameterException if it is none
   */
  Filters with(Filters filters, String value) {
    return switch (this) {
      case QUERY ->
          filters.toBuilder()
              .text(affordable(value, Boolean.TRUE.equals(filters.synonyms())))
              .build();
      case SOURCE -> filters.ofSources(List.of(value));
      case LANGUAGE -> filters.toBuilder().languages(List.of(value)).build();
      case TARGET -> filters.toBuilder().targets(List.of(known(value, Target.values()))).build();
      case FRAME -> filters.toBuilder().frames(List.of(known(value, Frame.values()))).build();
      case PLACE -> filters.toBuilder().places(List.of(value)).build();
    };
  }

  private static String affordable(String query, boolean synonyms) {
    QueryCost.fault(query, synonyms)
        .ifPresent(
            fault -> {
              throw new InvalidParameterException("with", fault, QueryCost.ALLOWED);
            });
    return query;
  }

  private static String known(String value, Enum<?>[] values) {
    List<String> names = Stream.of(values).map(Enum::name).toList();
    if (!names.contains(value)) {
      throw new InvalidParameterException("with", value + " is not one of those allowed.", names);
    }
    return value;
  }
}
