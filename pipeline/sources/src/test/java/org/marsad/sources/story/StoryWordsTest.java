// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.story;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StoryWordsTest {
  @Test
  void leavesOutALineThatPointsElsewhere() {
    assertThat(StoryWords.ofText("وصل القطار.\n» اقرأ أيضا: خبر آخر\nوغادر.").text())
        .contains("وصل القطار", "وغادر")
        .doesNotContain("خبر آخر");
  }

  @Test
  void keepsALineThatOnlyHoldsSuchWords() {
    assertThat(StoryWords.ofText("قال الوزير للصحافيين اقرأ أيضا هذا التقرير.").text())
        .contains("قال الوزير");
  }
}
