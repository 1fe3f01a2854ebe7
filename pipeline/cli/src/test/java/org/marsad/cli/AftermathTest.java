// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the doctor reads from a data directory; a killed run is in RetentionThroughAKillTest. */
class AftermathTest {
  @TempDir Path folder;

  @Test
  void tellsWhetherOneRunsOrStopped() throws Exception {
    Path data = folder.resolve("data");
    Aftermath aftermath = new Aftermath(data);
    assertThat(aftermath.lastRun()).isEqualTo("none yet");
    try (DataDirectory open = DataDirectory.open(data)) {
      open.tell(URI.create("http://127.0.0.1:9200"));
      assertThat(aftermath.lastRun()).isEqualTo("it is still running");
    }
    assertThat(aftermath.lastRun()).isEqualTo("stopped in good order");
  }

  @Test
  void namesWhatWasLeftUnfinished() throws Exception {
    Path data = Files.createDirectories(folder.resolve("data"));
    Files.createDirectories(data.resolve("elasticsearch/snapshots"));
    Files.createDirectories(folder.resolve("data.restoring"));
    assertThat(new Aftermath(data).lastRun())
        .contains("a backup was interrupted", "snapshots", "data.restoring: remove it");
  }

  @Test
  void aClockThatIsBehindWhatWasWrittenIsWrong() throws Exception {
    Path data = Files.createDirectories(folder.resolve("data"));
    DataLayout.takeOver(data);
    Instant now = Instant.now();
    assertThat(new Aftermath(data).clock(now)).startsWith(now.toString().substring(0, 19));
    assertThatThrownBy(() -> new Aftermath(data).clock(Instant.parse("2001-01-01T00:00:00Z")))
        .isInstanceOf(Remedy.class)
        .hasMessageContaining("says that it is 2001-01-01T00:00:00Z")
        .hasMessageContaining("Set the clock");
    Files.setLastModifiedTime(
        data.resolve("version"), FileTime.from(now.plus(Duration.ofHours(2))));
    assertThatThrownBy(() -> new Aftermath(data).clock(now))
        .isInstanceOf(Remedy.class)
        .hasMessageContaining("version was written at");
  }

  @Test
  void aDirectoryOfAMarsadThatWroteNoLayoutIsTakenOver() throws Exception {
    Path data = Files.createDirectories(folder.resolve("data"));
    byte[] key = SecretKey.PSEUDONYMS.in(data).bytes();
    assertThat(data.resolve("version")).doesNotExist();
    try (DataDirectory open = DataDirectory.open(data)) {
      assertThat(open.pseudonymKey().bytes()).isEqualTo(key);
    }
    assertThat(Files.readString(data.resolve("version")))
        .isEqualTo(DataLayout.current() + System.lineSeparator());
    assertThat(DataLayout.isMarked(data)).isTrue();
  }
}
