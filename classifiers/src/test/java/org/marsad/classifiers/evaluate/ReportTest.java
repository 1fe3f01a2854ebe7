// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.classifiers.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ReportTest {
  private static final Path HOME = Path.of(System.getProperty("marsad.home", "."));
  private static final Path DATA = HOME.resolve("../shared/data");

  @Test
  void theCommittedReportIsThatOfTheShippedModels() throws IOException {
    assumeTrue(Files.isDirectory(DATA.resolve("hostility")), "the reference set is not here");
    assertThat(Files.readString(HOME.resolve("classifiers/EVALUATION.md")))
        .as("regenerate EVALUATION.md with Report.main")
        .isEqualTo(Report.markdown(DATA));
  }
}
