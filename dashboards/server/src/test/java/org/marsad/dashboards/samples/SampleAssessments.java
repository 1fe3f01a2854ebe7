// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.dashboards.samples;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.marsad.classifiers.Assessment;
import org.marsad.classifiers.Evidence;
import org.marsad.classifiers.Frame;
import org.marsad.classifiers.NewsFlag;
import org.marsad.classifiers.Stance;
import org.marsad.classifiers.Target;
import org.marsad.classifiers.Theme;
import org.marsad.classifiers.prevalence.ErrorSheet;
import org.marsad.classifiers.prevalence.KnownErrors;
import org.marsad.index.MadeUpAssessment;

/** Judgements that no classifier has made. */
public final class SampleAssessments {
  private static final String MODEL = "sample-1";

  /** Finds 80 % of what is hostile and calls 5 % of the rest so, in French. */
  public static final ErrorSheet ERRORS =
      new ErrorSheet(
          MODEL,
          new TreeMap<>(
              Map.of(
                  "fr",
                  new ErrorSheet.Measured(
                      ErrorSheet.Basis.REFERENCE_SET, new KnownErrors(80, 20, 20, 380)))));

  private SampleAssessments() {}

  public static Assessment assessment(
      String language,
      @Nullable Stance stance,
      int intensity,
      List<Evidence> evidence,
      List<Frame> frames) {
    MadeUpAssessment draft =
        MadeUpAssessment.of(language, stance, MODEL)
            .probabilities(stance == null ? 0.03 : 0.94, stance == Stance.HOSTILE ? 0.87 : 0.06)
            .intensity(intensity)
            .frames(frames)
            .places(places(stance))
            .evidence(evidence);
    return stance == null
        ? draft.reason("not relevant: no group named").made()
        : draft
            .targets(Target.SSA_BLACK, Target.MIGRANT_GENERIC)
            .themes(Theme.HOUSING)
            .flags(NewsFlag.NUMBERS_ALARM)
            .reason("a sample, target SSA_BLACK")
            .made();
  }

  /** Casablanca, and what a text of that stance names beside it. */
  private static List<String> places(@Nullable Stance stance) {
    if (stance == null) {
      return List.of("casablanca");
    }
    return switch (stance) {
      case HOSTILE -> List.of("casablanca", "sidi-moumen", "tangier");
      case REPORT_ON_HOSTILITY -> List.of("casablanca", "tangier", "laayoune");
      case SUPPORTIVE -> List.of("casablanca", "rabat", "takaddoum", "sidi-moumen");
      default -> List.of("casablanca", "oujda", "bab-sebta", "tangier", "oulfa");
    };
  }

  public static Assessment unclassified() {
    return MadeUpAssessment.unclassified("und", MODEL);
  }
}
