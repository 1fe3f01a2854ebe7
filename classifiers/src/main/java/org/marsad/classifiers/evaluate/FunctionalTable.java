// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.classifiers.evaluate;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.marsad.classifiers.suites.ClassResult;
import org.marsad.classifiers.suites.Expectation;
import org.marsad.classifiers.suites.FunctionalResults;

/** Results of functional tests as Markdown tables, a table for each expectation. */
final class FunctionalTable {
  private FunctionalTable() {}

  static String of(FunctionalResults results) {
    StringBuilder out = new StringBuilder();
    append(out, results, Expectation.HOSTILE, "expected HOSTILE: called so");
    append(
        out,
        results,
        Expectation.NOT_HOSTILE,
        "expected not HOSTILE: not called so (of these called relevant, as they should be)");
    append(out, results, Expectation.NOT_RELEVANT, "expected not relevant: called so");
    return out.toString().stripTrailing();
  }

  private static void append(
      StringBuilder out, FunctionalResults results, Expectation expectation, String title) {
    List<String> languages = results.languages();
    Map<String, Map<String, ClassResult>> rows = new LinkedHashMap<>();
    for (ClassResult result : results.classes()) {
      if (result.expectation() == expectation) {
        rows.computeIfAbsent(result.functionalClass(), key -> new LinkedHashMap<>())
            .put(result.language(), result);
      }
    }
    out.append("| ").append(title).append(" | ").append(String.join(" | ", languages));
    out.append(" |\n|---|").append("---:|".repeat(languages.size())).append('\n');
    rows.forEach(
        (functionalClass, byLanguage) -> {
          out.append("| ").append(functionalClass);
          for (String language : languages) {
            ClassResult result = byLanguage.get(language);
            out.append(" | ").append(result == null ? "" : cell(result));
          }
          out.append(" |\n");
        });
    out.append('\n');
  }

  private static String cell(ClassResult result) {
    if (result.expectation() != Expectation.NOT_HOSTILE) {
      return result.passed() + "/" + result.cases();
    }
    int notHostile = result.cases() - result.calledHostile();
    return notHostile + "/" + result.cases() + " (" + result.passed() + ")";
  }
}
