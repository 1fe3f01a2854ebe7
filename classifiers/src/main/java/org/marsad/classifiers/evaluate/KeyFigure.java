// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.classifiers.evaluate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import org.marsad.classifiers.Assessor;
import org.marsad.classifiers.Stance;
import org.marsad.classifiers.evaluate.Gate.Direction;
import org.marsad.classifiers.suites.ClassResult;
import org.marsad.classifiers.suites.FunctionalResults;
import org.marsad.classifiers.suites.FunctionalSuite;
import org.marsad.classifiers.train.Confusion;
import org.marsad.classifiers.train.LabelledFile;
import org.marsad.classifiers.train.LabelledText;

/**
 * The figures that decide whether models are worse than others. Each is a share from 0 to 1, and
 * may be worse by its tolerance; why the tolerances are what they are, RATIONALE.md says.
 */
public enum KeyFigure {
  FUNCTIONAL_TESTS("functional tests passed", Direction.AT_LEAST, 0),
  HOSTILE_F1("HOSTILE, F1 on gold-dev", Direction.AT_LEAST, 0.04),
  RELEVANCE_F1("relevance, F1 on gold-dev", Direction.AT_LEAST, 0.01),
  WRONGLY_HOSTILE(
      "report, counter-speech or support called HOSTILE on gold-dev", Direction.AT_MOST, 0.04);

  private static final double ROUNDING = 1e-9;

  private final String meaning;
  private final Direction better;
  private final double tolerance;

  KeyFigure(String meaning, Direction better, double tolerance) {
    this.meaning = meaning;
    this.better = better;
    this.tolerance = tolerance;
  }

  /** What it is, for people. */
  String meaning() {
    return meaning;
  }

  /** How much worse it may be. */
  double tolerance() {
    return tolerance;
  }

  /** Whether the second is worse than the first by more than the tolerance. */
  boolean worse(double before, double after) {
    double loss = better == Direction.AT_LEAST ? before - after : after - before;
    return loss > tolerance + ROUNDING;
  }

  /**
   * Measures all; those of the reference set only where it is at hand.
   *
   * @param data folder that may hold {@code hostility/gold-dev}
   * @throws IOException if the reference set cannot be read
   */
  public static Map<KeyFigure, Double> of(Assessor assessor, Path data) throws IOException {
    Map<KeyFigure, Double> figures = new EnumMap<>(KeyFigure.class);
    int cases = 0;
    int passed = 0;
    for (ClassResult result : FunctionalResults.of(assessor, FunctionalSuite.shipped()).classes()) {
      cases += result.cases();
      passed += result.passed();
    }
    figures.put(FUNCTIONAL_TESTS, passed / (double) cases);
    Path reference = Measurements.referenceSet(data);
    if (Files.isRegularFile(reference)) {
      putReference(figures, assessor, reference);
    }
    return figures;
  }

  private static void putReference(
      Map<KeyFigure, Double> figures, Assessor assessor, Path reference) throws IOException {
    Confusion hostile = new Confusion();
    Confusion relevant = new Confusion();
    Confusion benevolent = new Confusion();
    for (LabelledText text : LabelledFile.read(reference)) {
      Judged judged = Judged.of(text, assessor.assess(text.submission()));
      hostile.add(judged.calledHostile(), judged.hostile());
      relevant.add(judged.found().relevant(), judged.relevant());
      Stance stance = text.stance();
      if (stance == Stance.REPORT_ON_HOSTILITY
          || stance == Stance.COUNTER_SPEECH
          || stance == Stance.SUPPORTIVE) {
        benevolent.add(judged.calledHostile(), false);
      }
    }
    figures.put(HOSTILE_F1, hostile.f1());
    figures.put(RELEVANCE_F1, relevant.f1());
    figures.put(WRONGLY_HOSTILE, benevolent.falsePositiveRate());
  }
}
