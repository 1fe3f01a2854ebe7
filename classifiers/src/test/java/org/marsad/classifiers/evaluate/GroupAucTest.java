// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.classifiers.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class GroupAucTest {
  @Test
  void aTieIsHalfAWin() {
    assertThat(GroupAuc.auc(new double[] {0.9, 0.5}, new double[] {0.5, 0.1}))
        .isCloseTo(3.5 / 4, within(1e-9));
    assertThat(GroupAuc.auc(new double[] {0.9}, new double[] {})).isNaN();
  }

  @Test
  void aNameThatRaisesTheProbabilityShowsInBpsnAlone() {
    List<Judged> texts =
        List.of(
            JudgedTexts.about("REFUGEE", "fr", false, 0.7),
            JudgedTexts.about("REFUGEE", "fr", true, 0.95),
            JudgedTexts.about("ARAB", "fr", false, 0.1),
            JudgedTexts.about("ARAB", "fr", true, 0.6));
    GroupAuc refugees = GroupAuc.of("REFUGEE", texts);

    assertThat(refugees).isEqualTo(new GroupAuc("REFUGEE", 1, 1, 0, 1));
    assertThat(GroupAuc.overall(texts)).isEqualTo(0.75);
    assertThat(refugees.tells(1)).isTrue();
    assertThat(refugees.tells(2)).isFalse();
  }

  @Test
  void aGroupWithoutABackgroundTellsNothing() {
    List<Judged> texts =
        List.of(
            JudgedTexts.about("REFUGEE", "fr", false, 0.7),
            JudgedTexts.about("REFUGEE", "fr", true, 0.9));

    assertThat(GroupAuc.of("REFUGEE", texts).tells(1)).isFalse();
  }
}
