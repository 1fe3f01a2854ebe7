// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.dashboards;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.marsad.classifiers.Frame;
import org.marsad.classifiers.Stance;
import org.marsad.classifiers.Target;
import org.marsad.model.DocumentKind;
import org.marsad.model.Filters;
import org.marsad.model.QueryCost;

/** The parameters that choose documents, which every count and search takes. */
final class FilterParameters {
  static final Set<String> NAMES =
      Set.of(
          "q",
          "from",
          "to",
          "source",
          "language",
          "stance",
          "target",
          "kind",
          "frame",
          "place",
          "intensity",
          "relevant");

  private static final List<String> STANCES = Stream.of(Stance.values()).map(Enum::name).toList();
  private static final List<String> TARGETS = Stream.of(Target.values()).map(Enum::name).toList();
  private static final List<String> FRAMES = Stream.of(Frame.values()).map(Enum::name).toList();
  private static final List<String> KINDS =
      Stream.of(DocumentKind.values()).map(Enum::name).toList();

  private FilterParameters() {}

  static Filters read(RequestParameters parameters) {
    LocalDate from = parameters.day("from");
    LocalDate to = parameters.day("to");
    if (from != null && to != null && from.isAfter(to)) {
      throw new InvalidParameterException(
          "from", from + " is after " + to + ".", List.of("a day not after `to`"));
    }
    String query = parameters.text("q");
    if (query != null) {
      QueryCost.fault(query)
          .ifPresent(
              fault -> {
                throw new InvalidParameterException("q", fault, QueryCost.ALLOWED);
              });
    }
    return new Filters(
        query,
        from,
        to,
        parameters.texts("source"),
        parameters.texts("language"),
        parameters.someOf("stance", STANCES),
        parameters.someOf("target", TARGETS),
        parameters.someOf("kind", KINDS),
        parameters.someOf("frame", FRAMES),
        parameters.texts("place"),
        parameters.number("intensity", 0, 5, 0),
        parameters.flag("relevant"));
  }
}
