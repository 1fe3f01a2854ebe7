// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.dashboards.samples;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.marsad.classifiers.Assessment;
import org.marsad.classifiers.Evidence;
import org.marsad.classifiers.Frame;
import org.marsad.classifiers.NewsFlag;
import org.marsad.classifiers.Stance;
import org.marsad.classifiers.Target;
import org.marsad.classifiers.Theme;

/** Judgements that no classifier has made. */
public final class SampleAssessments {
  private SampleAssessments() {}

  public static Assessment assessment(
      String language,
      @Nullable Stance stance,
      int intensity,
      List<Evidence> evidence,
      List<Frame> frames) {
    boolean relevant = stance != null;
    return new Assessment(
        true,
        language,
        List.of(language),
        relevant,
        relevant ? 0.94 : 0.03,
        stance,
        stance == Stance.HOSTILE ? 0.87 : 0.06,
        0.2,
        intensity,
        relevant ? List.of(Target.SSA_BLACK, Target.MIGRANT_GENERIC) : List.of(),
        frames,
        relevant ? List.of(Theme.HOUSING) : List.of(),
        List.of("casablanca"),
        List.of(),
        evidence,
        "sample-1",
        relevant ? List.of(NewsFlag.NUMBERS_ALARM) : List.of(),
        relevant ? "a sample, target SSA_BLACK" : "not relevant: no group named");
  }

  public static Assessment unclassified() {
    return new Assessment(
        false,
        "und",
        List.of("und"),
        false,
        0.5,
        null,
        0.5,
        0.5,
        0,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        "sample-1",
        List.of(),
        "not classified: language not supported");
  }
}
