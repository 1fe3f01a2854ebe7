// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.dashboards.search;

import java.time.LocalDate;
import java.util.List;
import org.marsad.classifiers.Frame;
import org.marsad.classifiers.Stance;
import org.marsad.classifiers.Target;
import org.marsad.dashboards.http.InvalidParameterException;
import org.marsad.dashboards.http.Parameter;
import org.marsad.dashboards.http.Request;
import org.marsad.model.DocumentKind;
import org.marsad.model.Filters;
import org.marsad.model.QueryCost;

/** The parameters that choose documents, which every count and search takes. */
public final class FilterParameters {
  private static final Parameter<String> TEXT =
      Parameter.text(
          "q",
          "Words, \"phrase\", \"near words\"~5, -without, prefix*, a | b, (a b) | c, title:word,"
              + " text:word.");
  private static final Parameter<LocalDate> FROM =
      Parameter.day("from", "The first day of publication, in Morocco.");
  private static final Parameter<LocalDate> TO =
      Parameter.day("to", "The last day of publication, in Morocco.");
  private static final Parameter<String> SOURCE =
      Parameter.text("source", "The id of an outlet.").many();
  private static final Parameter<String> LANGUAGE =
      Parameter.text("language", "The code of a language, such as arb, ary or fra.").many();
  private static final Parameter<Stance> STANCE =
      Parameter.oneOf("stance", Stance.class, "Towards migrants.").many();
  private static final Parameter<Target> TARGET =
      Parameter.oneOf("target", Target.class, "Whom it is about.").many();
  private static final Parameter<DocumentKind> KIND =
      Parameter.oneOf("kind", DocumentKind.class, "What kind of text it is.").many();
  private static final Parameter<Frame> FRAME =
      Parameter.oneOf("frame", Frame.class, "How it speaks of them.").many();
  private static final Parameter<String> PLACE =
      Parameter.text("place", "The id of a place of the gazetteer.").many();
  private static final Parameter<Integer> INTENSITY =
      Parameter.number("intensity", 0, 5, "The least intensity of hostility.").orElse(0);
  private static final Parameter<Boolean> RELEVANT =
      Parameter.flag("relevant", "Whether it is about migrants.");
  private static final Parameter<Boolean> SYNONYMS =
      Parameter.flag(
          "synonyms",
          "Whether the words of `q` also stand for those that mean the same, in all scripts and"
              + " languages; see /api/synonyms. Without it they mean themselves.");

  /** All of them. */
  public static final List<Parameter<?>> ALL =
      List.of(
          TEXT, FROM, TO, SOURCE, LANGUAGE, STANCE, TARGET, KIND, FRAME, PLACE, INTENSITY, RELEVANT,
          SYNONYMS);

  private FilterParameters() {}

  /**
   * @throws InvalidParameterException if they contradict each other, or the query costs too much
   */
  public static Filters read(Request request) {
    LocalDate from = request.find(FROM);
    LocalDate to = request.find(TO);
    if (from != null && to != null && from.isAfter(to)) {
      throw new InvalidParameterException(
          "from", from + " is after " + to + ".", List.of("a day not after `to`"));
    }
    String query = request.find(TEXT);
    if (query != null) {
      QueryCost.fault(query, Boolean.TRUE.equals(request.find(SYNONYMS)))
          .ifPresent(
              fault -> {
                throw new InvalidParameterException("q", fault, QueryCost.ALLOWED);
              });
    }
    return Filters.NONE.toBuilder()
        .text(query)
        .from(from)
        .to(to)
        .sources(request.all(SOURCE))
        .languages(request.all(LANGUAGE))
        .stances(names(request.all(STANCE)))
        .targets(names(request.all(TARGET)))
        .kinds(names(request.all(KIND)))
        .frames(names(request.all(FRAME)))
        .places(request.all(PLACE))
        .leastIntensity(request.find(INTENSITY))
        .relevant(request.find(RELEVANT))
        .synonyms(request.find(SYNONYMS))
        .build();
  }

  private static List<String> names(List<? extends Enum<?>> values) {
    return values.stream().map(Enum::name).toList();
  }
}
