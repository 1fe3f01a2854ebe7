// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.classifiers.linear;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PlainFeaturesTest {
  @Test
  void readsCharactersTwoToFiveAndWordsOneToTwo() {
    // ab, b␣, ␣c, cd; three of three, two of four, one of five characters; two words and their pair
    assertThat(PlainFeatures.of("ab cd").size()).isEqualTo(4 + 3 + 2 + 1 + 2 + 1);
  }

  @Test
  void readsLettersAsTheyStandButForCase() {
    assertThat(PlainFeatures.of("Été").hashes).isEqualTo(PlainFeatures.of("été").hashes);
    assertThat(PlainFeatures.of("ete").hashes).isNotEqualTo(PlainFeatures.of("été").hashes);
  }

  @Test
  void aTextWithoutLettersHasNoWords() {
    assertThat(PlainFeatures.of("").size()).isZero();
    assertThat(PlainFeatures.of("!?").size()).isEqualTo(1);
  }
}
