// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.classifiers.language;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FindingTest {
  @Test
  void aFewWordsWithANarrowLeadAreDoubtful() {
    assertThat(new Finding(Language.FRENCH, 2, Script.LATIN, 0.4).isDoubtful()).isTrue();
  }

  @Test
  void aClearLeadOrManyWordsAreNot() {
    assertThat(new Finding(Language.FRENCH, 2, Script.LATIN, 1.5).isDoubtful()).isFalse();
    assertThat(new Finding(Language.FRENCH, 9, Script.LATIN, 0.1).isDoubtful()).isFalse();
  }

  @Test
  void whatTheScriptAloneTellsIsNot() {
    assertThat(
            new Finding(Language.TAMAZIGHT, 1, Script.TIFINAGH, Double.POSITIVE_INFINITY)
                .isDoubtful())
        .isFalse();
  }
}
