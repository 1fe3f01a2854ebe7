// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.dashboards;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.marsad.classifiers.Evidence;
import org.marsad.classifiers.Frame;
import org.marsad.classifiers.Stance;
import org.marsad.model.Document;
import org.marsad.model.DocumentKind;

class MaskingTest {
  private static final List<Frame> SLUR = List.of(Frame.SLUR);

  @Test
  void keepsTheFirstLetterAndTheLength() {
    Masking masking = Masking.of(document(null, "a zarfling here", new Evidence(2, 10, "SLUR", 1)));

    assertThat(masking.text()).isEqualTo("a z••••••• here");
  }

  @Test
  void hidesSpellingTricksWithinTheSpan() {
    String text = "a z.a r-f here";
    Masking masking = Masking.of(document(null, text, new Evidence(2, 9, "SLUR", 1)));

    assertThat(masking.text()).isEqualTo("a z•• ••• here");
  }

  @Test
  void hidesTheSameWordInTheTitleAndInAnyOtherPlace() {
    Masking masking =
        Masking.of(document("Zarfling!", "zarfling, ZARFLING", new Evidence(0, 8, "SLUR", 1)));

    assertThat(masking.title()).isEqualTo("Z•••••••!");
    assertThat(masking.text()).isEqualTo("z•••••••, Z•••••••");
    assertThat(masking.apply("the zarfling")).isEqualTo("the z•••••••");
  }

  @Test
  void hidesTheWholeTitleWhenTheSlurCanOnlyBeThere() {
    Masking masking = Masking.of(document("Zarfling question", "calm text"));

    assertThat(masking.title()).isEqualTo("Z••••••• ••••••••");
    assertThat(masking.text()).isEqualTo("calm text");
  }

  @Test
  void leavesOtherEvidenceAndSpansOutsideTheTextAlone() {
    Masking masking =
        Masking.of(
            document(
                null,
                "they must go",
                new Evidence(0, 12, "HOSTILE", 1),
                new Evidence(5, 99, "SLUR", 1)));

    assertThat(masking.text()).isEqualTo("they must go");
  }

  @Test
  void masksFragmentsOfSearchesAndKeepsTheirMarks() {
    Document document =
        document(null, "one zarfling of migrants", new Evidence(4, 12, "SLUR", 0.9));

    Passage passage =
        Passages.masked(document)
            .excerpts(List.of("\uE000zarfling\uE001 of \uE000migrants\uE001"))
            .get(0);

    assertThat(passage.text()).isEqualTo("z••••••• of migrants");
    assertThat(passage.marks())
        .containsExactly(
            new Passage.Mark(0, 8, Passage.Kind.QUERY, null, null),
            new Passage.Mark(12, 20, Passage.Kind.QUERY, null, null),
            new Passage.Mark(0, 8, Passage.Kind.EVIDENCE, "SLUR", 0.9));
  }

  private static Document document(@Nullable String title, String text, Evidence... evidence) {
    return SampleDocuments.document(
        "id",
        "outlet-a",
        DocumentKind.COMMENT,
        title,
        text,
        Instant.EPOCH,
        SampleDocuments.assessment("fr", Stance.HOSTILE, 3, List.of(evidence), SLUR));
  }
}
