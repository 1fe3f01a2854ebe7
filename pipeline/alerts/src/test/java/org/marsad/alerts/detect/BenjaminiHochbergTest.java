// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.alerts.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class BenjaminiHochbergTest {
  /** The example of Benjamini and Hochberg (1995), section 4.1. */
  private static final double[] PAPER = {
    0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.3240, 0.4262, 0.5719,
    0.6528, 0.7590, 1.0000
  };

  @Test
  void findsTheFourOfThePaper() {
    boolean[] findings = BenjaminiHochberg.findings(PAPER, 0.05);

    for (int i = 0; i < PAPER.length; i++) {
      assertThat(findings[i]).isEqualTo(i < 4);
    }
  }

  @Test
  void aThousandQuietSeriesGiveNoneAndAnOutbreakAmongThemIsFound() {
    double[] p =
        new SplittableRandom(5).doubles(1000).map(value -> 0.001 + 0.999 * value).toArray();
    assertThat(BenjaminiHochberg.findings(p, 0.05)).doesNotContain(true);

    p[417] = 1e-6;
    boolean[] findings = BenjaminiHochberg.findings(p, 0.05);
    findings[417] ^= true;
    assertThat(findings).doesNotContain(true);
  }

  @Test
  void aSeriesWithoutDataIsNoTest() {
    assertThat(BenjaminiHochberg.findings(new double[] {Double.NaN, 0.04}, 0.05))
        .containsExactly(false, true);
    assertThat(BenjaminiHochberg.findings(new double[] {}, 0.05)).isEmpty();
  }

  @Test
  void whatIsNoProbabilityIsRefused() {
    assertThatThrownBy(() -> BenjaminiHochberg.findings(new double[] {1.5}, 0.05))
        .hasMessageContaining("1.5");
    assertThatThrownBy(() -> BenjaminiHochberg.findings(new double[] {}, Double.NaN))
        .hasMessageContaining("NaN");
  }
}
