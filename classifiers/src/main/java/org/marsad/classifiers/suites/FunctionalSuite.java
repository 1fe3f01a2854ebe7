// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.classifiers.suites;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.marsad.classifiers.Target;

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
    List<FunctionalSuite> suites = new ArrayList<>();
    for (String language : LANGUAGES) {
      String file = language + ".tsv";
      try (InputStream in = FunctionalSuite.class.getResourceAsStream(file)) {
        if (in == null) {
          throw new IllegalStateException("Bundled functional tests are missing: " + file);
        }
        suites.add(read(in, language));
      } catch (IOException e) {
        throw new UncheckedIOException(file, e);
      }
    }
    return List.copyOf(suites);
  }

  /**
   * Reads a file.
   *
   * @throws IllegalStateException if a line is no test or repeats one; the message names file and
   *     line
   */
  static FunctionalSuite read(InputStream in, String language) throws IOException {
    BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    List<FunctionalCase> cases = new ArrayList<>();
    Set<String> texts = new HashSet<>();
    int number = 0;
    for (String line = reader.readLine(); line != null; line = reader.readLine()) {
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
