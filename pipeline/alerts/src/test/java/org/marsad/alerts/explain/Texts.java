// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.alerts.explain;

import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.marsad.classifiers.Assessment;
import org.marsad.classifiers.Evidence;
import org.marsad.classifiers.Frame;
import org.marsad.classifiers.Stance;
import org.marsad.classifiers.Target;
import org.marsad.model.Document;
import org.marsad.model.DocumentKind;

/** Made-up documents. */
public final class Texts {
  private Texts() {}

  /** Words without a meaning: another text for each number. */
  public static String text(int number) {
    Random random = new Random(number);
    return IntStream.range(0, 20)
        .mapToObj(
            word ->
                random
                    .ints(7, 'a', 'z' + 1)
                    .mapToObj(letter -> Character.toString(letter))
                    .collect(Collectors.joining()))
        .collect(Collectors.joining(" "));
  }

  public static Document article(
      String id, String sourceId, Instant published, String text, Assessment assessment) {
    return document(id, sourceId, null, null, published, text, assessment);
  }

  public static Document document(
      String id,
      String sourceId,
      @Nullable String parentId,
      @Nullable String title,
      @Nullable Instant published,
      String text,
      Assessment assessment) {
    return Document.builder(
            id,
            sourceId,
            parentId == null ? DocumentKind.ARTICLE : DocumentKind.COMMENT,
            text,
            published == null ? Instant.EPOCH : published.plusSeconds(60),
            "test:" + id)
        .url(parentId == null ? "https://" + sourceId + ".example/" + id : null)
        .parentId(parentId)
        .title(title)
        .published(published)
        .assessment(assessment)
        .build();
  }

  /** Hostile, in French, about migrants. */
  public static Assessment hostile(int intensity, List<Frame> frames, Evidence... evidence) {
    return hostile(intensity, frames, "model-1", evidence);
  }

  public static Assessment hostile(
      int intensity, List<Frame> frames, String model, Evidence... evidence) {
    return assessment(true, Stance.HOSTILE, intensity, frames, model, evidence);
  }

  public static Assessment assessment(
      boolean classified,
      @Nullable Stance stance,
      int intensity,
      List<Frame> frames,
      String model,
      Evidence... evidence) {
    return new Assessment(
        classified,
        "fr",
        List.of("fr"),
        stance != null,
        0.9,
        stance,
        0.8,
        0.5,
        intensity,
        List.of(Target.MIGRANT_GENERIC),
        frames,
        List.of(),
        List.of(),
        List.of(),
        List.of(evidence),
        model,
        List.of(),
        "");
  }
}
