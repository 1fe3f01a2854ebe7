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

  /** Relevant where there is a stance. */
  public static Assessment assessment(String language, @Nullable Stance stance, double hostility) {
    boolean relevant = stance != null;
    return new Assessment(
        true,
        language,
        List.of(language),
        relevant,
        relevant ? 0.9 : 0.1,
        stance,
        hostility,
        0.2,
        stance == Stance.HOSTILE ? 2 : 0,
        relevant ? List.of(Target.MIGRANT_GENERIC) : List.of(),
        stance == Stance.HOSTILE ? List.of(Frame.CRIME) : List.of(),
        List.of(),
        List.of("casablanca"),
        relevant ? List.of(new Mention(0, 4, Target.MIGRANT_GENERIC)) : List.of(),
        relevant ? List.of(new Evidence(0, 4, "HOSTILE", 0.5, Voice.AUTHOR)) : List.of(),
        "test-1",
        List.of(),
        relevant ? "a reason" : "no group");
  }

  /** In a language that is not supported. */
  public static Assessment unclassified() {
    return new Assessment(
        false,
        "other",
        List.of("other"),
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
        "test-1",
        List.of(),
        "not classified");
  }
}
