// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.marsad.demo.DemoArchive;
import org.marsad.demo.OutletServer;
import org.marsad.index.EmbeddedNode;
import org.marsad.index.IndexConnection;
import org.marsad.index.alerts.AlertIndex;

/** The three programs of a cluster, each in a JVM of its own, over one index. */
class ClusterJobTest {
  private static final Duration LIMIT = Duration.ofMinutes(5);

  @TempDir Path folder;

  @Test
  void theProgramsOfAClusterDoTogetherWhatRunDoesAlone() throws Exception {
    DemoArchive archive = DemoArchive.generate(LocalDate.of(2026, 6, 30));
    try (EmbeddedNode node = EmbeddedNode.start(LocalIndex.home(), folder.resolve("node"), 0);
        OutletServer outlets = OutletServer.start(archive, 0);
        IndexConnection connection = IndexConnection.open(node.url(), null)) {
      String catalogue = outlets.writeCatalogue(folder.resolve("outlets.yaml")).toString();
      String[] files = {
        "--outlets", catalogue,
        "--data", folder.resolve("data").toString(),
        "--elasticsearch", node.url().toString()
      };
      try (MarsadProcess main = job("main", files)) {
        main.await("documents", LIMIT, () -> main.indexedSoFar() > 20);
      }
      AlertIndex alerts = new AlertIndex(connection);
      try (MarsadProcess job = job("alerts", files)) {
        job.await("a look at the outbox", LIMIT, () -> hasBeaten(alerts));
        assertThat(alerts.rules().all()).as("the rules of the file").isNotEmpty();
      }
      assertServed(files);
    }
  }

  private MarsadProcess job(String kind, String... files) throws Exception {
    String[] arguments = Stream.concat(Stream.of(kind), Stream.of(files)).toArray(String[]::new);
    return MarsadProcess.startClusterJob(folder, arguments);
  }

  private static boolean hasBeaten(AlertIndex alerts) {
    try {
      return !alerts.heartbeats().all().isEmpty();
    } catch (RuntimeException notYet) {
      return false;
    }
  }

  private void assertServed(String... files) throws Exception {
    String[] arguments =
        Stream.concat(
                Stream.of("dashboard", "--port", "0", "--flink", "http://127.0.0.1:1"),
                Stream.of(files))
            .toArray(String[]::new);
    try (MarsadProcess dashboard = MarsadProcess.start(folder, arguments)) {
      dashboard.await("a page", LIMIT, () -> dashboard.err().contains("Dashboard      http"));
      String address = LiveSystemTest.dashboard(dashboard);
      assertThat(MarsadProcess.get(address + "health/live")).contains("live");
      assertThat(MarsadProcess.get(address + "health/ready")).contains("ready");
      assertThat(LiveSystemTest.json(address + "api/search").get("total").asLong()).isPositive();
      assertThat(LiveSystemTest.json(address + "api/status").at("/job/state").asText())
          .isEqualTo("STOPPED");
      dashboard.terminate();
    }
  }

  @Test
  void aJobWithoutAnIndexSaysSo() throws Exception {
    try (MarsadProcess job = MarsadProcess.startClusterJob(folder, "main")) {
      assertThat(job.awaitExit(LIMIT)).isNotZero();
      assertThat(job.err()).contains("--elasticsearch is missing");
    }
  }
}
