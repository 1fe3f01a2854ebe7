// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.index;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.marsad.classifiers.Assessment;
import org.marsad.classifiers.Evidence;
import org.marsad.classifiers.Frame;
import org.marsad.classifiers.Mention;
import org.marsad.classifiers.Stance;
import org.marsad.classifiers.Target;
import org.marsad.classifiers.Voice;
import org.marsad.model.Document;
import org.marsad.model.DocumentKind;

/** Documents for tests, of made-up outlets. */
public final class Documents {
  public static final Instant CAPTURED = Instant.parse("2026-03-02T10:15:30Z");

  private static final String MODEL = "test-1";

  private Documents() {}

  /** An article with this id and text, published when it was captured, judged not relevant. */
  public static Document article(String id, String text) {
    return article(id, text, CAPTURED, assessment("fr", null, 0.1));
  }

  public static Document article(
      String id, String text, @Nullable Instant published, @Nullable Assessment assessment) {
    String url = "https://outlet-a.example/" + id;
    return Document.builder(id, "outlet-a", DocumentKind.ARTICLE, text, CAPTURED, url)
        .url(url)
        .title("Title of " + id)
        .byline("Byline")
        .published(published)
        .declaredLanguage("fr")
        .section("society")
        .extractionMethod("json-ld")
        .charset("UTF-8")
        .assessment(assessment)
        .build();
  }

  /** About migrants where there is a stance. */
  public static Assessment assessment(String language, @Nullable Stance stance, double hostility) {
    MadeUpAssessment draft =
        MadeUpAssessment.of(language, stance, MODEL)
            .probabilities(stance == null ? 0.1 : 0.9, hostility)
            .places(List.of("casablanca"))
            .reason(stance == null ? "no group" : "a reason");
    if (stance == Stance.HOSTILE) {
      draft.intensity(2).frames(List.of(Frame.CRIME));
    }
    return stance == null
        ? draft.made()
        : draft
            .targets(Target.MIGRANT_GENERIC)
            .mentions(new Mention(0, 4, Target.MIGRANT_GENERIC))
            .evidence(List.of(new Evidence(0, 4, "HOSTILE", 0.5, Voice.AUTHOR)))
            .made();
  }

  /** In a language that is not supported. */
  public static Assessment unclassified() {
    return MadeUpAssessment.unclassified("other", MODEL);
  }
}
