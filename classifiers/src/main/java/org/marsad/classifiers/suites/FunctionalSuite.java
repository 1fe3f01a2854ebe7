// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.classifiers.suites;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.marsad.classifiers.Target;
import org.marsad.classifiers.bundle.Bundled;

/**
 * The functional tests of one language: a file {@code <language>.tsv} with the columns class,
 * expect, target ({@code -} for nobody), setting and text.
 *
 * @param language the code that assessments carry
 * @param cases in the order of the file
 */
public record FunctionalSuite(String language, List<FunctionalCase> cases) {
  private static final List<String> LANGUAGES =
      List.of("ary-Arab", "ary-Latn", "arb", "fr", "es", "en");

  private static final List<String> COLUMNS =
      List.of("class", "expect", "target", "setting", "text");

  /** The suites that are bundled, a language each. */
  public static List<FunctionalSuite> shipped() {
    return LANGUAGES.stream()
        .map(language -> read(Bundled.lines(FunctionalSuite.class, language + ".tsv"), language))
        .toList();
  }

  /**
   * Reads a file.
   *
   * @throws IllegalStateException if a line is no test or repeats one; the message names file and
   *     line
   */
  static FunctionalSuite read(List<String> lines, String language) {
    List<FunctionalCase> cases = new ArrayList<>();
    Set<String> texts = new HashSet<>();
    int number = 0;
    for (String line : lines) {
      number++;
      try {
        List<String> fields = List.of(line.split("\t", -1));
        if (number == 1) {
          requireHeader(fields);
          continue;
        }
        FunctionalCase functional = functional(fields);
        if (!texts.add(functional.text())) {
          throw new IllegalArgumentException("the text stands above already");
        }
        cases.add(functional);
      } catch (IllegalArgumentException e) {
        throw new IllegalStateException(language + ".tsv:" + number + ": " + e.getMessage(), e);
      }
    }
    if (cases.isEmpty()) {
      throw new IllegalStateException(language + ".tsv: no tests");
    }
    return new FunctionalSuite(language, List.copyOf(cases));
  }

  private static void requireHeader(List<String> fields) {
    if (!fields.equals(COLUMNS)) {
      throw new IllegalArgumentException("the columns must be " + COLUMNS + ", not " + fields);
    }
  }

  private static FunctionalCase functional(List<String> fields) {
    if (fields.size() != COLUMNS.size() || fields.stream().anyMatch(String::isBlank)) {
      throw new IllegalArgumentException("not one value for each of " + COLUMNS);
    }
    return new FunctionalCase(
        fields.get(0),
        known(Expectation.class, fields.get(1)),
        target(fields.get(2)),
        fields.get(3),
        fields.get(4));
  }

  private static @Nullable Target target(String name) {
    return name.equals("-") ? null : known(Target.class, name);
  }

  private static <E extends Enum<E>> E known(Class<E> type, String name) {
    return Arrays.stream(type.getEnumConstants())
        .filter(constant -> constant.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    name + " is none of " + Arrays.toString(type.getEnumConstants())));
  }
}
