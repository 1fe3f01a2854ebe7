// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.classifiers.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.marsad.classifiers.linear.Reliability;
import org.marsad.classifiers.linear.Reliability.Bin;

class ReliabilityPlotTest {
  @Test
  void aPlotHasABarToTheTruthAndAMarkAtWhatWasSaid() {
    Reliability reliability =
        new Reliability(List.of(new Bin(10, 0.5, 0.25), new Bin(10, 0.25, 0.5)));

    assertThat(ReliabilityPlot.of("fr", reliability))
        .isEqualTo(
            "fr: 20 texts, expected calibration error 0.250\n"
                + "texts   said   true\n"
                + "   10  0.500  0.250  ██████████          ┃\n"
                + "   10  0.250  0.500  ██████████┃█████████\n");
  }
}
