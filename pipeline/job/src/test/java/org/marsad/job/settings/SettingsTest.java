// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.job.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsTest {
  private static final Path SHIPPED =
      Path.of(System.getProperty("marsad.home"), "k8s/base/pipeline/config/marsad.yaml");

  @TempDir Path folder;

  @Test
  void readsTheShippedFile() {
    Settings settings = Settings.read(SHIPPED);

    assertThat(settings.dashboard().host()).isEqualTo("127.0.0.1");
    assertThat(settings.polling().minDelay()).isGreaterThanOrEqualTo(Duration.ofSeconds(1));
    assertThat(settings.polling().maxPageBytes()).isEqualTo(10_000_000);
    assertThat(settings.pipeline().rememberFor()).isEqualTo(Duration.ofDays(30));
  }

  @Test
  void listsAllFaultsAtOnceWithKeyAndAllowedValues() throws IOException {
    String shipped = Files.readString(SHIPPED);
    Path file =
        write(
            shipped
                .replace("min-delay: 2s", "min-delay: soon")
                .replace("threads: 8", "threads: 800")
                .replace("port: 8080", "prot: 8080")
                .replace("pipeline:", "pipelin:"));

    assertThatThrownBy(() -> Settings.read(file))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining(file.toString())
        .hasMessageContaining("polling.min-delay is \"soon\"; it must be a duration")
        .hasMessageContaining("polling.threads is 800; it must be a whole number from 1 to 64")
        .hasMessageContaining("dashboard.port is missing")
        .hasMessageContaining("dashboard.prot is not a setting; the settings are [host, port]")
        .hasMessageContaining("pipelin is not a section")
        .hasMessageContaining("pipeline is missing");
  }

  @Test
  void namesTheLineOfBrokenYaml() throws IOException {
    Path file = write("polling:\n  user-agent: \"open\n");

    assertThatThrownBy(() -> Settings.read(file))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining("is not YAML");
  }

  @Test
  void refusesAKeyThatIsThereTwice() throws IOException {
    Path file = write(Files.readString(SHIPPED).replace("threads: 8", "threads: 8\n  threads: 9"));

    assertThatThrownBy(() -> Settings.read(file))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining("threads");
  }

  @Test
  void saysWhatToDoAboutAMissingFile() {
    assertThatThrownBy(() -> Settings.read(folder.resolve("absent.yaml")))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining("absent.yaml")
        .hasMessageContaining("check --config");
  }

  private Path write(String content) throws IOException {
    return Files.writeString(folder.resolve("marsad.yaml"), content);
  }
}
