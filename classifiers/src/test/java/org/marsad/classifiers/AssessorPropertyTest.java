// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.classifiers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.marsad.classifiers.judge.Classifiers;

class AssessorPropertyTest {
  private static final Assessor ASSESSOR = Classifiers.shipped();

  @Test
  void anyTextIsAnsweredWithFiguresInRangeAndSpansInTheText() {
    TextKind[] kinds = TextKind.values();
    AnyText titles = new AnyText(6);
    Random random = new Random(6);
    AnyText.forEach(
        7,
        1000,
        text -> {
          String title = random.nextBoolean() ? titles.next() : null;
          TextKind kind = kinds[random.nextInt(kinds.length)];
          check(ASSESSOR.assess(new Submission(text, title, kind)), text);
        });
  }

  /** What the public types promise of an assessment of this text. */
  static void check(Assessment assessment, String text) {
    assertThat(assessment.relevance()).isBetween(0.0, 1.0);
    assertThat(assessment.hostility()).isBetween(0.0, 1.0);
    assertThat(assessment.offensive()).isBetween(0.0, 1.0);
    assertThat(assessment.intensity()).isBetween(0, 5);
    assertThat(assessment.stance() == null).isNotEqualTo(assessment.relevant());
    for (Mention mention : assessment.mentions()) {
      Spans.check(mention.start(), mention.end(), text);
    }
    for (Evidence evidence : assessment.evidence()) {
      Spans.check(evidence.start(), evidence.end(), text);
      assertThat(evidence.score()).isBetween(0.0, 1.0);
    }
    if (!assessment.relevant()) {
      assertThat(assessment.intensity()).isZero();
      assertThat(assessment.targets()).isEmpty();
      assertThat(assessment.frames()).isEmpty();
      assertThat(assessment.themes()).isEmpty();
      assertThat(assessment.places()).isEmpty();
      assertThat(assessment.mentions()).isEmpty();
      assertThat(assessment.evidence()).isEmpty();
    }
    if (!assessment.classified()) {
      assertThat(assessment.relevant()).isFalse();
    }
  }
}
