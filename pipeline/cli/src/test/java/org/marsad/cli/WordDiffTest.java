// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WordDiffTest {
  @Test
  void showsWhatWentAndWhatCame() {
    assertThat(WordDiff.of("the old tram runs today", "the new tram runs again today"))
        .isEqualTo("the [-old-] {+new+} tram runs {+again+} today");
    assertThat(WordDiff.of("", "all of it")).isEqualTo("{+all of it+}");
    assertThat(WordDiff.of("all of it", "")).isEqualTo("[-all of it-]");
  }

  @Test
  void leavesOutWhatStayedFarFromAChange() {
    String start = "a b c d e f g h i j";
    assertThat(WordDiff.of(start + " old " + start, start + " new " + start))
        .isEqualTo("… e f g h i j [-old-] {+new+} a b c d e f …");
    assertThat(WordDiff.of(start, start)).isEqualTo("…");
  }

  @Test
  void textsWithoutACommonWordAndVeryLongOnesHaveADifferenceToo() {
    String one = "one ".repeat(5_000);
    String two = "two ".repeat(5_000);
    assertThat(WordDiff.of(one, two)).startsWith("[-one one").endsWith("two two+}");
  }
}
