// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A few people over few documents; the benchmark's own figures need more of both. */
class DashboardBenchmarkTest {
  private static final Duration LIMIT = Duration.ofMinutes(10);

  @TempDir Path folder;

  @Test
  void everyKindOfRequestIsAnsweredAndTheExportIsWhole() throws Exception {
    String[] few = {
      "benchmark",
      "dashboard",
      "--documents",
      "2000",
      "--users",
      "3",
      "--seconds",
      "8",
      "--look",
      "50",
      "--rows",
      "1500"
    };
    try (MarsadProcess benchmark = MarsadProcess.start(folder, few)) {
      assertThat(benchmark.awaitExit(LIMIT)).as(benchmark.err()).isZero();
      for (String kind : PageRequests.KINDS) {
        assertThat(benchmark.out()).contains("| " + kind + " | ");
      }
      assertThat(benchmark.out()).contains("| bare trend | ", "An export of 1500 rows");
    }
  }
}
