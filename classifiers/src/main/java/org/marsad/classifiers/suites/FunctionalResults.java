// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.classifiers.suites;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.marsad.classifiers.Assessor;
import org.marsad.classifiers.Stance;

/**
 * How an assessor did on functional tests.
 *
 * @param judged every test, in the order of the suites
 * @param classes the results by language and class, in the same order
 */
public record FunctionalResults(List<JudgedCase> judged, List<ClassResult> classes) {

  /** Runs every test of the suites. */
  public static FunctionalResults of(Assessor assessor, List<FunctionalSuite> suites) {
    List<JudgedCase> judged = new ArrayList<>();
    List<ClassResult> classes = new ArrayList<>();
    for (FunctionalSuite suite : suites) {
      Map<String, List<JudgedCase>> byClass = new LinkedHashMap<>();
      for (FunctionalCase functional : suite.cases()) {
        JudgedCase done =
            new JudgedCase(suite.language(), functional, assessor.assess(functional.submission()));
        judged.add(done);
        byClass.computeIfAbsent(functional.functionalClass(), key -> new ArrayList<>()).add(done);
      }
      byClass.values().forEach(cases -> classes.add(result(cases)));
    }
    return new FunctionalResults(List.copyOf(judged), List.copyOf(classes));
  }

  private static ClassResult result(List<JudgedCase> cases) {
    JudgedCase first = cases.get(0);
    int passed = 0;
    int hostile = 0;
    int relevant = 0;
    for (JudgedCase done : cases) {
      passed += done.passed() ? 1 : 0;
      hostile += done.found().stance() == Stance.HOSTILE ? 1 : 0;
      relevant += done.found().relevant() ? 1 : 0;
    }
    return new ClassResult(
        first.language(),
        first.functional().functionalClass(),
        first.functional().expectation(),
        cases.size(),
        passed,
        hostile,
        relevant);
  }

  /** The languages, in the order of the suites. */
  public List<String> languages() {
    return classes.stream().map(ClassResult::language).distinct().toList();
  }

  /**
   * The share, 0 to 1, of the tests of some classes of a language that were called HOSTILE.
   *
   * @throws IllegalArgumentException if there is no such test
   */
  public double calledHostile(String language, Collection<String> ofClasses) {
    List<ClassResult> chosen =
        classes.stream()
            .filter(result -> result.language().equals(language))
            .filter(result -> ofClasses.contains(result.functionalClass()))
            .toList();
    int cases = chosen.stream().mapToInt(ClassResult::cases).sum();
    if (cases == 0) {
      throw new IllegalArgumentException(language + " has no tests of " + ofClasses);
    }
    return chosen.stream().mapToInt(ClassResult::calledHostile).sum() / (double) cases;
  }
}
