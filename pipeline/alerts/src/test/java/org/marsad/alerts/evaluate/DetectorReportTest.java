// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.alerts.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.marsad.alerts.detect.Granularity;

/** The committed figures are those of the code, and are good enough. */
class DetectorReportTest {
  private static final Path REPORT =
      Path.of(System.getProperty("marsad.home", "."), "pipeline/alerts/DETECTOR.md");

  @Test
  void theCommittedFiguresAreThoseOfTheDetector() throws Exception {
    assertThat(Files.readString(REPORT))
        .as("run ./marsad evaluate --detector pipeline/alerts DATA")
        .contains(DetectorReport.fresh());
  }

  @Test
  void drawsOfAnotherSeedAreDetectedWellEnough() {
    DailyScore score =
        DailyScore.of(Rules.detector(Granularity.DAY.method()), DailySimulation.draw(77, 5));

    assertThat(score.falseDays()).isLessThanOrEqualTo(0.20);
    assertThat(score.found()).isGreaterThanOrEqualTo(0.86);
    assertThat(score.precision()).isGreaterThanOrEqualTo(0.65);
    assertThat(score.delay()).isLessThanOrEqualTo(1.6);
  }

  @Test
  void hourlyDrawsAreDetectedWellEnough() {
    HourlyScore score = HourlyScore.of(Granularity.HOUR.method(), HourlySimulation.draw(78, 6));

    assertThat(score.falseAlerts()).isLessThanOrEqualTo(0.40);
    assertThat((double) score.found() / score.windows()).isGreaterThanOrEqualTo(21.0 / 33);
  }
}
