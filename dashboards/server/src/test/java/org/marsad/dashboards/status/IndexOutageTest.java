// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.dashboards.status;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.marsad.dashboards.DashboardServer;
import org.marsad.dashboards.DashboardSettings;
import org.marsad.dashboards.samples.SampleDashboard;
import org.marsad.index.EmbeddedIndex;
import org.marsad.index.EmbeddedNode;
import org.marsad.index.IndexConnection;

class IndexOutageTest {
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  @Test
  void explainsTheOutageAndRecovers(@TempDir Path directory) throws Exception {
    Path data = directory.resolve("node");
    EmbeddedNode node = EmbeddedNode.start(EmbeddedIndex.HOME, data, 0);
    int port = node.url().getPort();
    DashboardSettings settings =
        new DashboardSettings("127.0.0.1", 0, directory.resolve("audit.jsonl"));
    try (IndexConnection connection = IndexConnection.open(node.url(), null);
        DashboardServer server = SampleDashboard.start(connection, settings)) {
      connection.installTemplates();
      awaitAnswer(server);

      node.close();
      HttpResponse<String> search = get(server, "api/search");
      assertThat(search.statusCode()).isEqualTo(503);
      assertThat(search.body()).contains("cannot be reached");
      assertThat(search.headers().firstValue("Retry-After")).isPresent();
      assertThat(get(server, "health/ready").statusCode()).isEqualTo(503);
      assertThat(get(server, "health/live").statusCode()).isEqualTo(200);
      HttpResponse<String> status = get(server, "api/status");
      assertThat(status.statusCode()).isEqualTo(200);
      assertThat(status.body()).contains("\"job\"", "\"outage\"").doesNotContain("\"index\"");

      try (EmbeddedNode again = EmbeddedNode.start(EmbeddedIndex.HOME, data, port)) {
        assertThat(again.isAlive()).isTrue();
        awaitAnswer(server);
        assertThat(get(server, "health/ready").statusCode()).isEqualTo(200);
      }
    }
  }

  @Test
  void tellsHowThingsStandWhileTheIndexIsFrozen(@TempDir Path directory) throws Exception {
    DashboardSettings settings =
        new DashboardSettings("127.0.0.1", 0, directory.resolve("audit.jsonl"));
    try (EmbeddedNode node = EmbeddedNode.start(EmbeddedIndex.HOME, directory.resolve("node"), 0);
        IndexConnection connection = IndexConnection.open(node.url(), null);
        DashboardServer server = SampleDashboard.start(connection, settings)) {
      connection.installTemplates();
      awaitAnswer(server);
      signal("-STOP", node);
      try {
        Instant before = Instant.now();
        assertThat(get(server, "api/status").body()).contains("\"job\"", "\"outage\"");
        assertThat(get(server, "health/ready").statusCode()).isEqualTo(503);
        assertThat(Duration.between(before, Instant.now())).isLessThan(Duration.ofSeconds(15));
      } finally {
        signal("-CONT", node);
      }
      awaitStatusWithIndex(server);
    }
  }

  private static void signal(String name, EmbeddedNode node) throws Exception {
    Process kill = new ProcessBuilder("kill", name, Long.toString(node.pid())).start();
    assertThat(kill.waitFor()).isZero();
  }

  /** A node that answers may still be opening its indices, and says 503 until it has. */
  private static void awaitAnswer(DashboardServer server) throws Exception {
    Instant end = Instant.now().plusSeconds(120);
    int status = get(server, "api/search").statusCode();
    while (status == 503 && Instant.now().isBefore(end)) {
      Thread.sleep(200);
      status = get(server, "api/search").statusCode();
    }
    assertThat(status).isEqualTo(200);
  }

  /** Whoever asks for the status waits 2 s for the index, which a busy machine may take. */
  private static void awaitStatusWithIndex(DashboardServer server) throws Exception {
    Instant end = Instant.now().plusSeconds(120);
    HttpResponse<String> answer = get(server, "api/status");
    while (answer.body().contains("\"outage\"") && Instant.now().isBefore(end)) {
      Thread.sleep(200);
      answer = get(server, "api/status");
    }
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).contains("\"index\"").doesNotContain("\"outage\"");
  }

  private static HttpResponse<String> get(DashboardServer server, String path)
      throws IOException, InterruptedException {
    URI address = server.address().resolve(path);
    return CLIENT.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
  }
}
