// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.alerts.rule;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.marsad.classifiers.Frame;
import org.marsad.classifiers.Stance;
import org.marsad.classifiers.Target;
import org.marsad.classifiers.gazetteer.Gazetteer;
import org.marsad.classifiers.language.Language;
import org.marsad.model.DocumentKind;
import org.marsad.model.Filters;
import org.marsad.model.QueryCost;

/** Whether a rule makes sense. Gathers all its faults, so that they are told together. */
public final class RuleCheck {
  private static final Pattern ID = Pattern.compile("[a-z0-9-]{1,64}");
  private static final Set<String> INTERFACE_LANGUAGES = Set.of("ar", "fr", "en");
  private static final int MOST_VALUES = 50;
  private static final int LONGEST_NAME = 120;

  private static final List<String> LANGUAGES =
      Stream.of(Language.values()).filter(Language::supported).map(Language::code).toList();

  private final List<RuleFault> faults = new ArrayList<>();

  private RuleCheck() {}

  /**
   * @return one text for each fault: the key, what is wrong with it, and what is allowed; empty
   *     where all is well
   */
  public static List<String> faults(AlertRule rule) {
    return of(rule).stream().map(RuleFault::toString).toList();
  }

  static List<RuleFault> of(AlertRule rule) {
    RuleCheck check = new RuleCheck();
    if (!ID.matcher(rule.id()).matches()) {
      check.fault("id", "has to be 1 to 64 of a-z, 0-9 and hyphens, not \"" + rule.id() + "\"");
    }
    check.names(rule.names());
    check.filters(rule.filters());
    return check.faults;
  }

  private void names(Map<String, String> names) {
    if (names.isEmpty()) {
      fault("names", "has to name the rule in at least one of ar, fr, en");
    }
    for (Map.Entry<String, String> name : new TreeMap<>(names).entrySet()) {
      String key = "names." + name.getKey();
      if (!INTERFACE_LANGUAGES.contains(name.getKey())) {
        fault(key, "is not a language of the interface; allowed are ar, fr, en");
      }
      if (name.getValue().isBlank() || name.getValue().length() > LONGEST_NAME) {
        fault(key, "has to have 1 to " + LONGEST_NAME + " characters, not blanks alone");
      }
    }
  }

  private void filters(Filters filters) {
    if (filters.from() != null || filters.to() != null) {
      fault("filters", "must not have days (from, to): a rule looks at every new day or hour");
    }
    if (filters.text() != null) {
      QueryCost.fault(filters.text(), Boolean.TRUE.equals(filters.synonyms()))
          .ifPresent(
              fault -> fault("filters.text", "asks for too much; allowed: " + QueryCost.ALLOWED));
    }
    listed("sources", filters.sources());
    someOf("languages", filters.languages(), LANGUAGES);
    someOf("stances", filters.stances(), names(Stance.values()));
    someOf("targets", filters.targets(), names(Target.values()));
    someOf("kinds", filters.kinds(), names(DocumentKind.values()));
    someOf("frames", filters.frames(), names(Frame.values()));
    listed("places", filters.places());
    for (String place : filters.places()) {
      if (Gazetteer.shipped().place(place) == null) {
        fault(
            "filters.places",
            "knows no \""
                + place
                + "\"; allowed are the identifiers of the gazetteer, such as casablanca or oujda");
      }
    }
    Integer intensity = filters.leastIntensity();
    if (intensity != null && (intensity < 0 || intensity > 5)) {
      fault("filters.leastIntensity", "has to be 0 to 5, not " + intensity);
    }
    if (isEmpty(filters)) {
      fault(
          "filters",
          "has no condition, so that it would tell of every document; allowed are a text, sources,"
              + " languages, stances, targets, kinds, frames, places, a least intensity, or"
              + " relevant");
    }
  }

  private void someOf(String key, List<String> values, List<String> allowed) {
    listed(key, values);
    for (String value : values) {
      if (!allowed.contains(value)) {
        fault("filters." + key, "knows no \"" + value + "\"; allowed are " + allowed);
      }
    }
  }

  private void listed(String key, List<String> values) {
    if (values.size() > MOST_VALUES) {
      fault("filters." + key, "has " + values.size() + " values; allowed are " + MOST_VALUES);
    }
    if (values.stream().anyMatch(String::isBlank)) {
      fault("filters." + key, "has a blank value");
    }
  }

  private void fault(String key, String message) {
    faults.add(new RuleFault(key, message));
  }

  /** A blank text and an intensity of 0 or more are met by everything. */
  private static boolean isEmpty(Filters filters) {
    return (filters.text() == null || filters.text().isBlank())
        && (filters.leastIntensity() == null || filters.leastIntensity() == 0)
        && filters.relevant() == null
        && Stream.of(
                filters.sources(),
                filters.languages(),
                filters.stances(),
                filters.targets(),
                filters.kinds(),
                filters.frames(),
                filters.places())
            .allMatch(List::isEmpty);
  }

  private static List<String> names(Enum<?>[] constants) {
    return Arrays.stream(constants).map(Enum::name).toList();
  }
}
