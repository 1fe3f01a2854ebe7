// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.alerts.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.marsad.alerts.feedback.Verdict.Judgement;

final class PrecisionTest {
  private final List<Verdict> verdicts = new ArrayList<>();

  private void say(String incident, String rule, Judgement judgement, int second) {
    verdicts.add(
        new Verdict(
            incident, rule, judgement, null, Verdict.LOCAL, Instant.EPOCH.plusSeconds(second)));
  }

  /** The interval is that of R: {@code prop.test(8, 10, correct = FALSE)}. */
  @Test
  void theLastWordOnEachIncidentOfTheRuleCounts() {
    for (int i = 0; i < 10; i++) {
      say("i" + i, "hostility", i < 8 ? Judgement.ACKNOWLEDGED : Judgement.FALSE_ALARM, 5);
    }
    say("i9", "hostility", Judgement.ACKNOWLEDGED, 1);
    say("other", "another", Judgement.FALSE_ALARM, 1);
    Precision precision = Objects.requireNonNull(Precision.of("hostility", verdicts));
    assertThat(precision.acknowledged()).isEqualTo(8);
    assertThat(precision.falseAlarms()).isEqualTo(2);
    assertThat(precision.value()).isEqualTo(0.8);
    assertThat(precision.lower()).isCloseTo(0.4902, within(1e-4));
    assertThat(precision.upper()).isCloseTo(0.9433, within(1e-4));
  }

  @Test
  void whatNobodyJudgedHasNone() {
    say("other", "another", Judgement.FALSE_ALARM, 1);
    assertThat(Precision.of("hostility", verdicts)).isNull();
  }
}
