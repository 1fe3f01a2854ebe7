// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.alerts.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.marsad.alerts.explain.Texts.assessment;
import static org.marsad.alerts.explain.Texts.hostile;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.marsad.classifiers.Assessment;
import org.marsad.classifiers.Evidence;
import org.marsad.classifiers.Voice;
import org.marsad.model.Document;

class SampleTest {
  @Test
  void cutsAtWordsAroundTheFirstEvidence() {
    String before = "avant ".repeat(100);
    String text = before + "la phrase en question\nsuit " + "après ".repeat(100);
    Sample sample =
        sample(
            text,
            hostile(
                2,
                List.of(),
                new Evidence(700, 705, "HOSTILE", 0.9, Voice.AUTHOR),
                new Evidence(before.length(), before.length() + 9, "HOSTILE", 0.5, Voice.AUTHOR)));
    assertThat(sample.excerpt())
        .startsWith("…avant avant")
        .contains("la phrase en question suit après")
        .endsWith("après…");
    assertThat(sample.excerpt().length()).isBetween(200, 250);
  }

  @Test
  void cutsNoCharacterInTwo() {
    for (int shift = 0; shift < 2; shift++) {
      String excerpt =
          sample("x".repeat(shift) + "🌊".repeat(400), hostile(2, List.of())).excerpt();
      assertThat(excerpt.codePoints().noneMatch(c -> c >= 0xD800 && c <= 0xDFFF)).isTrue();
    }
  }

  @Test
  void anUnclassifiedTextHasNoJudgement() {
    Sample sample = sample("Azul fellawen", assessment(false, null, 4, List.of(), "model-1"));
    assertThat(sample.stance()).isNull();
    assertThat(sample.intensity()).isZero();
    assertThat(sample.excerpt()).isEqualTo("Azul fellawen");
  }

  private static Sample sample(String text, Assessment assessment) {
    Document document = Texts.article("id", "outlet-a", Instant.EPOCH, text, assessment);
    return Sample.of(document, 1);
  }
}
