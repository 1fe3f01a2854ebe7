// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.alerts.incident;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.marsad.alerts.explain.Explanation;
import org.marsad.alerts.explain.Sample;
import org.marsad.classifiers.Assessment;
import org.marsad.classifiers.Stance;
import org.marsad.model.Document;

/** Picks out the single texts that people must hear of at once, whatever the counts. */
public final class Escalation {
  private static final int INTENSITY = 5;

  /** An archive that is read in is no news. */
  private static final Duration NEWS = Duration.ofHours(48);

  private Escalation() {}

  /**
   * A step for a hostile text of intensity 5 that was captured at most 48 hours after it was
   * published. The same document always gives the same step.
   */
  public static Optional<IncidentStep> of(Document document) {
    Assessment judged = document.assessment();
    return judged != null && isSevere(judged) && isNews(document)
        ? Optional.of(step(document, judged))
        : Optional.empty();
  }

  private static boolean isSevere(Assessment judged) {
    return judged.classified()
        && judged.relevant()
        && judged.intensity() == INTENSITY
        && judged.stance() == Stance.HOSTILE;
  }

  private static boolean isNews(Document document) {
    return !start(document).plus(NEWS).isBefore(document.captured());
  }

  /** A clock that is ahead dates texts after their capture. */
  private static Instant start(Document document) {
    Instant published = document.published();
    return published == null || published.isAfter(document.captured())
        ? document.captured()
        : published;
  }

  private static IncidentStep step(Document document, Assessment judged) {
    return new IncidentStep(
        "document-" + document.id(),
        1,
        IncidentStep.Kind.ESCALATED,
        null,
        null,
        start(document),
        document.captured(),
        1,
        0,
        1,
        null,
        null,
        "text of intensity " + INTENSITY,
        INTENSITY,
        false,
        List.of(),
        new Explanation(
            List.of(),
            false,
            null,
            List.of(),
            List.of(judged.model()),
            false,
            List.of(Sample.of(document, 1))),
        document.id());
  }
}
