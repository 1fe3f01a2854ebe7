// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.alerts.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.marsad.alerts.explain.ListedFiles;
import org.marsad.alerts.explain.Sample;
import org.marsad.alerts.explain.Texts;
import org.marsad.classifiers.Assessment;
import org.marsad.classifiers.Frame;
import org.marsad.classifiers.Stance;
import org.marsad.model.Document;
import org.marsad.model.DocumentKind;

class EscalationTest {
  private static final Instant CAPTURED = Instant.EPOCH.plus(Duration.ofDays(20_000));
  private static final Duration NEWS = Duration.ofHours(48);

  @Test
  void aFreshThreatIsTheSameStepHoweverOftenItIsRead() {
    Document threat = document(CAPTURED.minus(NEWS), of(Stance.HOSTILE, 5));
    IncidentStep step = Escalation.of(threat).orElseThrow();
    assertThat(step.key()).isEqualTo("document-id@1");
    assertThat(step.kind()).isEqualTo(IncidentStep.Kind.ESCALATED);
    assertThat(step.documentId()).isEqualTo("id");
    assertThat(step.severity()).isEqualTo(5);
    assertThat(step.from()).isEqualTo(CAPTURED.minus(NEWS));
    assertThat(step.to()).isEqualTo(CAPTURED);
    assertThat(Escalation.of(threat)).contains(step);
  }

  @Test
  void itKeepsItsExplanation() {
    IncidentStep step = Escalation.of(document(CAPTURED, of(Stance.HOSTILE, 5))).orElseThrow();
    var explanation = new Explainer(new ListedFiles(List.of())).explain(step);
    assertThat(explanation.samples()).extracting(Sample::documentId).containsExactly("id");
    assertThat(explanation.samples().get(0).excerpt()).doesNotContain("cafards");
    assertThat(explanation.models()).containsExactly("model-1");
  }

  @Test
  void whatIsOldMilderReportedOrUnclassifiedDoesNotEscalate() {
    assertThat(escalated(CAPTURED.minus(NEWS).minusMillis(1), of(Stance.HOSTILE, 5))).isEmpty();
    assertThat(escalated(CAPTURED, of(Stance.HOSTILE, 4))).isEmpty();
    assertThat(escalated(CAPTURED, of(Stance.REPORT_ON_HOSTILITY, 5))).isEmpty();
    assertThat(
            escalated(CAPTURED, Texts.assessment(false, Stance.HOSTILE, 5, List.of(), "model-1")))
        .isEmpty();
  }

  @Test
  void withoutATrueDateTheCaptureCounts() {
    for (Instant published : new Instant[] {null, CAPTURED.plus(Duration.ofDays(90))}) {
      IncidentStep step = escalated(published, of(Stance.HOSTILE, 5)).orElseThrow();
      assertThat(step.from()).isEqualTo(CAPTURED);
    }
  }

  private static Optional<IncidentStep> escalated(
      @Nullable Instant published, Assessment assessment) {
    return Escalation.of(document(published, assessment));
  }

  private static Assessment of(Stance stance, int intensity) {
    return Texts.assessment(true, stance, intensity, List.of(Frame.VIOLENCE), "model-1");
  }

  private static Document document(@Nullable Instant published, Assessment assessment) {
    return Document.builder("id", "outlet-a", DocumentKind.POST, "ces cafards", CAPTURED, "test:1")
        .published(published)
        .assessment(assessment)
        .build();
  }
}
