// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.classifiers.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.marsad.classifiers.Target;
import org.marsad.classifiers.evaluate.Gate.Direction;
import org.marsad.classifiers.linear.Reliability;
import org.marsad.classifiers.prevalence.Coverage;
import org.marsad.classifiers.prevalence.KnownErrors;
import org.marsad.classifiers.suites.ClassResult;
import org.marsad.classifiers.suites.FunctionalResults;
import org.marsad.classifiers.train.Confusion;

/** Measures every gate that shipped models must pass. */
final class Gates {
  static final int BINS = 10;

  /** With fewer texts, ten bins show chance rather than calibration. */
  static final int LEAST_FOR_CALIBRATION = 50;

  /** Hostile and other texts that a group needs each before its ranking is more than chance. */
  static final int LEAST_OF_GROUP = 5;

  /** The same of a group in one language, and hostile texts to tell a language's errors by. */
  static final int LEAST_IN_LANGUAGE = 10;

  private static final int LEAST_NOT_HOSTILE = 20;
  private static final String EVERY_LANGUAGE = "all";

  private static final Set<String> MENTIONS =
      Set.of("counter-by-quote", "counter-by-reference", "report-by-quote", "report");
  private static final Set<String> NAMINGS = Set.of("neutral-mention", "positive-mention");
  private static final Set<String> COMPARED = Set.of("ary-Arab", "ary-Latn", "arb", "fr");

  private final List<Gate> gates = new ArrayList<>();

  private Gates() {}

  static List<Gate> of(Measurements measured) {
    Gates measuring = new Gates();
    measuring.functional(measured.functional());
    measuring.falsePositives("functional tests", measured.suites());
    measuring.falsePositives("gold-dev", measured.reference());
    measuring.groups(EVERY_LANGUAGE, measured.all(), LEAST_OF_GROUP);
    byLanguage(measured.all())
        .forEach((language, texts) -> measuring.groups(language, texts, LEAST_IN_LANGUAGE));
    measuring.calibration("hostility", measured, text -> text.found().hostility(), Judged::hostile);
    measuring.calibration(
        "relevance", measured, text -> text.found().relevance(), Judged::relevant);
    measuring.prevalence("functional tests", measured.suites());
    measuring.prevalence("gold-dev", measured.reference());
    return List.copyOf(measuring.gates);
  }

  private void functional(FunctionalResults results) {
    calledHostile("quoting or condemning called HOSTILE", results, MENTIONS, 0.10);
    calledHostile("neutral or positive called HOSTILE", results, NAMINGS, 0.05);
    for (ClassResult result : results.classes()) {
      atLeast(
          "functional tests, " + result.functionalClass(),
          result.language(),
          result.rightly(),
          0.90);
    }
  }

  private void calledHostile(
      String name, FunctionalResults results, Set<String> classes, double limit) {
    for (String language : results.languages()) {
      atMost(name, language, results.calledHostile(language, classes), limit);
    }
  }

  /** The widest gap between languages in how often what is not hostile is called so. */
  private void falsePositives(String set, List<Judged> texts) {
    Map<String, Confusion> compared = new TreeMap<>();
    for (Judged text : texts) {
      if (text.relevant() && !text.hostile() && COMPARED.contains(text.language())) {
        compared
            .computeIfAbsent(text.language(), key -> new Confusion())
            .add(text.calledHostile(), false);
      }
    }
    compared.values().removeIf(confusion -> confusion.size() < LEAST_NOT_HOSTILE);
    if (compared.size() > 1) {
      double[] rates =
          compared.values().stream().mapToDouble(Confusion::falsePositiveRate).sorted().toArray();
      atMost(
          "false-positive gap, " + set,
          String.join(", ", compared.keySet()),
          rates[rates.length - 1] - rates[0],
          0.05);
    }
  }

  private void groups(String language, List<Judged> texts, int least) {
    double overall = GroupAuc.overall(texts);
    for (Target target : Target.values()) {
      GroupAuc group = GroupAuc.of(target.name(), texts);
      if (group.tells(least)) {
        atLeast("BPSN AUC, " + target, language, group.bpsn(), 0.90);
        atMost(
            "BPSN AUC from overall, " + target, language, Math.abs(overall - group.bpsn()), 0.05);
        atLeast("BNSP AUC, " + target, language, group.bnsp(), 0.90);
        atMost(
            "BNSP AUC from overall, " + target, language, Math.abs(overall - group.bnsp()), 0.05);
      }
    }
  }

  /** On the reference set alone: the functional tests are hostile far more often than life. */
  private void calibration(
      String decision,
      Measurements measured,
      ToDoubleFunction<Judged> probability,
      Predicate<Judged> truth) {
    byLanguage(measured.reference())
        .forEach(
            (language, texts) -> {
              if (texts.size() >= LEAST_FOR_CALIBRATION) {
                atMost(
                    "calibration error of " + decision,
                    language,
                    reliability(texts, probability, truth).expectedError(),
                    0.05);
              }
            });
  }

  static Reliability reliability(
      List<Judged> texts, ToDoubleFunction<Judged> probability, Predicate<Judged> truth) {
    boolean[] truths = new boolean[texts.size()];
    for (int i = 0; i < truths.length; i++) {
      truths[i] = truth.test(texts.get(i));
    }
    return Reliability.of(texts.stream().mapToDouble(probability).toArray(), truths, BINS);
  }

  private void prevalence(String set, List<Judged> texts) {
    byLanguage(texts)
        .forEach(
            (language, ofLanguage) -> {
              long hostile = ofLanguage.stream().filter(Judged::hostile).count();
              if (hostile >= LEAST_IN_LANGUAGE) {
                atLeast(
                    "prevalence coverage, " + set, language, Coverage.of(errors(ofLanguage)), 0.90);
              }
            });
  }

  /** How texts whose truth is known were called HOSTILE. */
  static KnownErrors errors(List<Judged> texts) {
    boolean[] truths = new boolean[texts.size()];
    for (int i = 0; i < truths.length; i++) {
      truths[i] = texts.get(i).hostile();
    }
    return KnownErrors.of(
        texts.stream().mapToDouble(text -> text.calledHostile() ? 1 : 0).toArray(), truths, 1);
  }

  static Map<String, List<Judged>> byLanguage(List<Judged> texts) {
    return texts.stream()
        .collect(Collectors.groupingBy(Judged::language, TreeMap::new, Collectors.toList()));
  }

  private void atMost(String name, String language, double figure, double limit) {
    gates.add(new Gate(name, language, Confusion.rounded(figure), limit, Direction.AT_MOST));
  }

  private void atLeast(String name, String language, double figure, double limit) {
    gates.add(new Gate(name, language, Confusion.rounded(figure), limit, Direction.AT_LEAST));
  }
}
