// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.marsad.model.Json;

/** The short form of the soak: that counts are exact, and that every figure is there. */
class SoakTest {
  private static final Duration LIMIT = Duration.ofMinutes(14);

  @TempDir Path folder;

  @Test
  void countsAreExactThroughFaultsAndALossOfTheIndex() throws Exception {
    try (MarsadProcess soak =
        MarsadProcess.start(
            folder,
            "benchmark",
            "soak",
            "--minutes",
            "1",
            "--feeds",
            "12",
            "--item-every",
            "6",
            "--poll-every",
            "3")) {
      int status = soak.awaitExit(LIMIT);
      assertThat(soak.err()).contains("counts                       exact");
      JsonNode summary = Json.MAPPER.readTree(soak.lastLine());
      assertThat(summary.get("indexed").asInt()).isGreaterThan(50);
      assertThat(
              summary.get("indexed").asInt()
                  + summary.get("duplicates").asInt()
                  + summary.get("rejected").asInt())
          .isEqualTo(summary.get("published").asInt());
      assertThat(summary.get("delaysMeasured").asInt()).isPositive();
      assertThat(summary.get("delay95Seconds").asDouble())
          .isGreaterThanOrEqualTo(summary.get("delayMedianSeconds").asDouble())
          .isPositive();
      assertThat(summary.at("/heapMegabytes/most").asLong()).isPositive();
      assertThat(summary.at("/openFiles/most").asLong()).isPositive();
      assertThat(status == ExitStatus.OK).isEqualTo(summary.get("well").asBoolean());
    }
  }
}
