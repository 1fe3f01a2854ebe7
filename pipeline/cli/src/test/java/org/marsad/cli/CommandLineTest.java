// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.marsad.model.Json;

/** What a person sees who calls the program, rightly or wrongly. */
class CommandLineTest {
  private static final Duration LIMIT = Duration.ofSeconds(90);

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "demo",
        "run",
        "dashboard",
        "import",
        "backfill",
        "discover",
        "classify",
        "extract",
        "detect",
        "alerts",
        "train",
        "evaluate",
        "feedback",
        "doctor",
        "benchmark"
      })
  void everyCommandHelpsWithAnExample(String command) throws Exception {
    try (MarsadProcess marsad = MarsadProcess.start(folder, command, "--help")) {
      assertThat(marsad.awaitExit(LIMIT)).isEqualTo(ExitStatus.OK);
      assertThat(marsad.out()).contains("Usage: marsad " + command).contains("Example: ");
    }
  }

  @Test
  void theStatusOfTheGatesTellsWhetherAllHold() throws Exception {
    try (MarsadProcess marsad = MarsadProcess.start(folder, "evaluate", "--gates", "--json")) {
      int status = marsad.awaitExit(LIMIT);
      JsonNode report = Json.MAPPER.readTree(marsad.out());

      assertThat(report.path("gates")).hasSizeGreaterThan(100);
      assertThat(status)
          .isEqualTo(report.path("hold").asBoolean() ? ExitStatus.OK : ExitStatus.GATE_FAILED);
    }
  }

  @Test
  void printsItsVersion() throws Exception {
    try (MarsadProcess marsad = MarsadProcess.start(folder, "--version")) {
      assertThat(marsad.awaitExit(LIMIT)).isEqualTo(ExitStatus.OK);
      assertThat(marsad.out()).matches("(?s)Marsad \\d+\\.\\d+\\.\\d+\\S* \\(Java \\d+\\)\\R");
    }
  }

  @Test
  void aWrongOptionIsAUsageFault() throws Exception {
    try (MarsadProcess marsad = MarsadProcess.start(folder, "import", "--fromat", "csv", "x")) {
      assertThat(marsad.awaitExit(LIMIT)).isEqualTo(ExitStatus.USAGE);
      assertThat(marsad.err()).contains("--fromat").contains("./marsad import --help");
      assertThat(marsad.out()).isEmpty();
    }
  }

  @Test
  void anAbsentFileIsNamedBeforeAnythingStarts() throws Exception {
    try (MarsadProcess marsad =
        MarsadProcess.start(folder, "import", "--data", data(), "absent.jsonl")) {
      assertThat(marsad.awaitExit(LIMIT)).isEqualTo(ExitStatus.USAGE);
      assertThat(marsad.err()).contains("absent.jsonl does not exist");
      assertThat(folder.resolve("data")).doesNotExist();
    }
  }

  @Test
  void aProfileThatIsNotThereIsNamedWithThoseThatAre() throws Exception {
    Path file = Files.writeString(folder.resolve("export.csv"), "body\na text\n");
    try (MarsadProcess marsad =
        MarsadProcess.start(
            folder, "import", "--data", data(), "--profile", "crowdtangel", file.toString())) {
      assertThat(marsad.awaitExit(LIMIT)).isEqualTo(ExitStatus.USAGE);
      assertThat(marsad.err()).contains("no profile \"crowdtangel\"").contains("zeeschuimer");
      assertThat(folder.resolve("data")).doesNotExist();
    }
  }

  @Test
  void allFaultsOfTheConfigurationAreToldAtOnce() throws Exception {
    Path settings =
        Files.writeString(
            folder.resolve("marsad.yaml"),
            Files.readString(ShippedConfiguration.settingsOr(null))
                .replace("threads: 8", "threads: many")
                .replace("port: 8080", "port: 80800"));
    try (MarsadProcess marsad =
        MarsadProcess.start(folder, "run", "--data", data(), "--config", settings.toString())) {
      assertThat(marsad.awaitExit(LIMIT)).isEqualTo(ExitStatus.ENVIRONMENT);
      assertThat(marsad.err()).contains("polling.threads").contains("dashboard.port");
    }
  }

  @Test
  void aDataDirectoryThatCannotBeWrittenIsNamedWithTheRemedy() throws Exception {
    Path file = Files.createFile(folder.resolve("a-file"));
    try (MarsadProcess marsad =
        MarsadProcess.start(folder, "run", "--data", file.resolve("data").toString())) {
      assertThat(marsad.awaitExit(LIMIT)).isEqualTo(ExitStatus.ENVIRONMENT);
      assertThat(marsad.err()).contains("a-file").contains("--data");
    }
  }

  @Test
  void aPortInUseIsNamedWithTheRemedy() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        MarsadProcess marsad =
            MarsadProcess.start(
                folder, "run", "--data", data(), "--port", "" + taken.getLocalPort())) {
      assertThat(marsad.awaitExit(LIMIT)).isEqualTo(ExitStatus.ENVIRONMENT);
      assertThat(marsad.err()).contains("" + taken.getLocalPort()).contains("--port");
    }
  }

  @Test
  void aSecondMarsadOnTheSameDataIsToldSo() throws Exception {
    try (DataDirectory held = DataDirectory.open(folder.resolve("data"));
        MarsadProcess marsad = MarsadProcess.start(folder, "run", "--data", data())) {
      assertThat(marsad.awaitExit(LIMIT)).isEqualTo(ExitStatus.ENVIRONMENT);
      assertThat(marsad.err()).contains("another Marsad is using").contains(data());
      assertThat(held.root()).isEqualTo(folder.resolve("data"));
    }
  }

  @Test
  void anElasticsearchThatDoesNotAnswerIsNamed() throws Exception {
    int free;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      free = socket.getLocalPort();
    }
    Path file = Files.writeString(folder.resolve("a.jsonl"), "{\"text\":\"a text\"}\n");
    String url = "http://127.0.0.1:" + free;
    try (MarsadProcess marsad =
        MarsadProcess.start(
            folder, "import", "--data", data(), "--elasticsearch", url, file.toString())) {
      assertThat(marsad.awaitExit(LIMIT)).isEqualTo(ExitStatus.ENVIRONMENT);
      assertThat(marsad.err()).contains(url);
    }
  }

  @Test
  void aWrongApiKeyIsNamedWithTheRemedyAndNeverPrinted() throws Exception {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          exchange.sendResponseHeaders(401, -1);
          exchange.close();
        });
    server.start();
    Path key = Files.writeString(folder.resolve("key"), "planted-secret");
    Path file = Files.writeString(folder.resolve("a.jsonl"), "{\"text\":\"a text\"}\n");
    String url = "http://127.0.0.1:" + server.getAddress().getPort();
    try (MarsadProcess marsad =
        MarsadProcess.start(
            folder,
            "import",
            "--data",
            data(),
            "--elasticsearch",
            url,
            "--api-key-file",
            key.toString(),
            file.toString())) {
      assertThat(marsad.awaitExit(LIMIT)).isEqualTo(ExitStatus.ENVIRONMENT);
      assertThat(marsad.err()).contains("--api-key-file").doesNotContain("planted-secret");
    } finally {
      server.stop(0);
    }
  }

  @Test
  void theLauncherRefusesATooOldJava() throws Exception {
    Path bin = Files.createDirectories(folder.resolve("old/bin"));
    Path java = bin.resolve("java");
    Files.writeString(java, "#!/bin/sh\necho 'openjdk version \"1.8.0_392\"' >&2\n");
    assertThat(java.toFile().setExecutable(true)).isTrue();
    Process launcher = launcher(folder.resolve("old"));

    assertThat(launcher.waitFor()).isEqualTo(ExitStatus.ENVIRONMENT);
    assertThat(new String(launcher.getErrorStream().readAllBytes(), UTF_8))
        .contains("1.8.0 is too old")
        .contains("JDK 17");
  }

  @Test
  void theLauncherSaysWhereToGetAJavaThatIsMissing() throws Exception {
    Process launcher = launcher(folder.resolve("nowhere"));

    assertThat(launcher.waitFor()).isEqualTo(ExitStatus.ENVIRONMENT);
    assertThat(new String(launcher.getErrorStream().readAllBytes(), UTF_8))
        .contains("no Java found at JAVA_HOME=" + folder.resolve("nowhere"))
        .contains("JDK 17");
  }

  private static Process launcher(Path javaHome) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(LocalIndex.home().resolve("marsad").toString(), "--version");
    builder.environment().put("JAVA_HOME", javaHome.toString());
    return builder.start();
  }

  private String data() {
    return folder.resolve("data").toString();
  }
}
