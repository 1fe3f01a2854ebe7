// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.marsad.model.Json;

/** The contract of {@code ./marsad detect}. */
class DetectCommandTest {
  private static final Duration LIMIT = Duration.ofSeconds(90);

  @TempDir Path folder;

  @Test
  void oneLineADayAndAnErrorLineForABadRow() throws Exception {
    StringBuilder rows = new StringBuilder("timestamp,count\n");
    LocalDate first = LocalDate.of(2026, 1, 1);
    for (int day = 0; day < 80; day++) {
      rows.append(first.plusDays(day)).append(',').append(20 + day % 5).append('\n');
    }
    rows.append(first.plusDays(80)).append(",-7\n").append(first.plusDays(81)).append(",95\n");
    Path file = Files.writeString(folder.resolve("counts.csv"), rows);

    try (MarsadProcess marsad = MarsadProcess.start(folder, "detect", file.toString())) {
      assertThat(marsad.awaitExit(LIMIT)).isEqualTo(ExitStatus.BAD_INPUT);
      List<JsonNode> lines = new ArrayList<>();
      for (String line : marsad.out().lines().toList()) {
        lines.add(Json.MAPPER.readTree(line));
      }

      assertThat(lines).hasSize(83);
      assertThat(lines.get(0).get("row").asInt()).isEqualTo(82);
      assertThat(lines.get(0).get("error").asText()).contains("-7");
      assertThat(lines.get(1).toString())
          .isEqualTo(
              "{\"timestamp\":\"2026-01-01\",\"count\":20,\"expected\":null,\"upper\":null,"
                  + "\"p\":null,\"alarm\":false,\"incident\":null,\"reason\":\"learning\"}");
      assertThat(lines.get(81).get("reason").asText()).isEqualTo("no data");
      JsonNode rise = lines.get(82);
      assertThat(rise.get("timestamp").asText()).isEqualTo("2026-03-23");
      assertThat(rise.get("alarm").asBoolean()).isTrue();
      assertThat(rise.get("incident").asText()).startsWith("2026-03-23");
      assertThat(rise.get("reason").asText()).isEqualTo("volume up");
      assertThat(rise.get("expected").asDouble()).isBetween(20.0, 24.0);
      assertThat(rise.get("upper").asLong()).isBetween(28L, 60L);
    }
  }
}
