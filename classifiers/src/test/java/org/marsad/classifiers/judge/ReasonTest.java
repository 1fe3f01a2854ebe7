// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.classifiers.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.marsad.classifiers.Assessment;
import org.marsad.classifiers.suites.FunctionalSuite;

/** Codes say what the sentence says. */
class ReasonTest {
  @Test
  void everyAssessmentHasItsReasonInCodes() {
    FunctionalSuite suite = FunctionalSuite.shipped().get(0);
    assertThat(suite.cases())
        .allSatisfy(
            one -> {
              Assessment found = Classifiers.shipped().assess(one.submission());
              Reason reason = Reason.of(found);
              assertThat(reason.irrelevance() == null).isEqualTo(found.relevant());
              assertThat(reason.stance()).isEqualTo(found.stance());
              assertThat(found.reason().contains("by its wording as a whole"))
                  .isEqualTo(found.relevant() && reason.frames().isEmpty());
              assertThat(found.frames()).containsAll(reason.frames());
            });
  }

  @Test
  void eachSentenceGivesItsIrrelevance() {
    assertThat(Stream.of(Irrelevance.values()))
        .allSatisfy(one -> assertThat(Irrelevance.givenBy(one.sentence())).contains(one));
    assertThat(Irrelevance.givenBy("")).isEmpty();
  }
}
