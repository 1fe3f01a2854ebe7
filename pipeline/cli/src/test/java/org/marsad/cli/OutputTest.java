// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Results that cannot be written are never lost in silence. */
class OutputTest {
  private static final Duration LIMIT = Duration.ofSeconds(90);
  private static final Path FULL = Path.of("/dev/full");

  @TempDir Path folder;

  @Test
  void aFullDiskIsAFault() throws Exception {
    assumeTrue(Files.exists(FULL));
    Path texts = Files.writeString(folder.resolve("in.jsonl"), "{\"id\":\"1\",\"text\":\"a\"}\n");
    Path page = Files.writeString(folder.resolve("page.html"), "<p>a page</p>");
    Path counts =
        Files.writeString(folder.resolve("counts.csv"), "timestamp,count\n2026-03-01,3\n");
    Path set =
        Files.writeString(folder.resolve("set.jsonl"), "{\"text\":\"a\",\"relevant\":false}\n");

    assertFull("--version");
    assertFull("classify", "--help");
    assertFull(texts, "classify");
    assertFull("extract", page.toString());
    assertFull("detect", counts.toString());
    assertFull("evaluate", "--set", set.toString());
  }

  private void assertFull(String... arguments) throws Exception {
    assertFull(Path.of("/dev/null"), arguments);
  }

  private void assertFull(Path in, String... arguments) throws Exception {
    try (MarsadProcess marsad = MarsadProcess.startWriting(folder, in, FULL, arguments)) {
      assertThat(marsad.awaitExit(LIMIT)).as(String.join(" ", arguments)).isEqualTo(3);
      assertThat(marsad.err()).containsOnlyOnce("standard output cannot be written");
    }
  }

  @Test
  void aReaderWhoHasEnoughEndsTheRunQuietly() throws Exception {
    Path texts =
        Files.writeString(
            folder.resolve("in.jsonl"), "{\"id\":\"1\",\"text\":\"a\"}\n".repeat(20_000));
    Process process =
        MarsadProcess.builder("classify")
            .redirectInput(texts.toFile())
            .redirectError(folder.resolve("err").toFile())
            .start();
    try (BufferedReader reader = process.inputReader()) {
      assertThat(reader.readLine()).contains("\"id\":\"1\"");
    }

    assertThat(process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isEqualTo(ExitStatus.READER_LEFT);
    assertThat(Files.readString(folder.resolve("err"))).isEmpty();
  }
}
