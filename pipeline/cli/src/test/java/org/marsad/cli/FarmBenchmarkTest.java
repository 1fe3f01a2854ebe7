// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.marsad.model.Json;

/** A small farm in a short time; the benchmark's own figures need more of both. */
class FarmBenchmarkTest {
  private static final Duration LIMIT = Duration.ofMinutes(14);

  @TempDir Path folder;

  @Test
  void whatAFarmPublishesIsIndexedOrAccountedForEvenThroughAKill() throws Exception {
    try (MarsadProcess benchmark =
        MarsadProcess.start(
            folder,
            "benchmark",
            "feeds",
            "--hosts",
            "11",
            "--feeds",
            "22",
            "--minutes",
            "1",
            "--kills",
            "1",
            "--item-every",
            "10",
            "--poll-every",
            "5")) {
      assertThat(benchmark.awaitExit(LIMIT)).as(benchmark.err()).isZero();
      JsonNode summary = Json.MAPPER.readTree(benchmark.lastLine());
      assertThat(summary.get("indexed").asInt()).isGreaterThan(50);
      assertThat(summary.get("rejected").asInt()).isPositive();
      assertThat(summary.get("unexpected").asInt()).isZero();
    }
  }
}
