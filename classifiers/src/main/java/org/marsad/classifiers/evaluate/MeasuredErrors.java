// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.classifiers.evaluate;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.marsad.classifiers.prevalence.ErrorSheet;
import org.marsad.classifiers.prevalence.ErrorSheet.Basis;
import org.marsad.classifiers.prevalence.ErrorSheet.Measured;

/**
 * Counts the errors about HOSTILE by language: in the reference set where it has enough texts, else
 * in the functional tests. Texts count under the language, and as relevant, as they were called,
 * since whoever counts documents knows no more than that.
 */
final class MeasuredErrors {
  private static final int LEAST_NOT_HOSTILE = 20;

  private MeasuredErrors() {}

  static ErrorSheet of(String model, Measurements measured) {
    SortedMap<String, Measured> languages = new TreeMap<>();
    add(languages, Basis.FUNCTIONAL_TESTS, measured.suites());
    add(languages, Basis.REFERENCE_SET, measured.reference());
    return new ErrorSheet(model, languages);
  }

  private static void add(SortedMap<String, Measured> languages, Basis basis, List<Judged> texts) {
    texts.stream()
        .filter(text -> text.found().relevant())
        .collect(Collectors.groupingBy(text -> text.found().language()))
        .forEach(
            (language, some) -> {
              long hostile = some.stream().filter(Judged::hostile).count();
              if (hostile >= Gates.LEAST_IN_LANGUAGE
                  && some.size() - hostile >= LEAST_NOT_HOSTILE) {
                languages.put(language, new Measured(basis, Gates.errors(some)));
              }
            });
  }
}
