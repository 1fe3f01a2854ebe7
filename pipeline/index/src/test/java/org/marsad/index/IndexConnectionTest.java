// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * What goes wrong before the first document, told apart. Each answer is what such a server says.
 */
class IndexConnectionTest {
  private static final String DENIED =
      """
      {"error":{"root_cause":[{"type":"security_exception","reason":"unable to authenticate"}],
       "type":"security_exception","reason":"unable to authenticate"},"status":401}""";

  private static final String OLD =
      """
      {"name":"n","cluster_name":"c","cluster_uuid":"u","version":{"number":"7.17.0",
       "build_flavor":"default","build_type":"tar","build_hash":"h","build_date":"2022-01-28",
       "build_snapshot":false,"lucene_version":"8.11.1",
       "minimum_wire_compatibility_version":"6.8.0",
       "minimum_index_compatibility_version":"6.0.0-beta1"},"tagline":"You Know, for Search"}""";

  private static final String CANCELLED =
      """
      {"error":{"root_cause":[{"type":"task_cancelled_exception",
       "reason":"not building sub-aggregations due to task cancellation"}],
       "type":"search_phase_execution_exception","reason":"all shards failed"},"status":400}""";

  @Test
  void namesTheKeyFileWhenTheKeyIsWrong() throws IOException {
    assertRefused(401, DENIED, true, "check --api-key-file");
    assertRefused(403, "no", false, "check --api-key-file");
  }

  @Test
  void refusesAnOlderElasticsearch() throws IOException {
    assertRefused(200, OLD, true, "version 7.17.0; Marsad needs 8.x");
  }

  @Test
  void refusesWhatIsNoElasticsearch() throws IOException {
    assertRefused(200, "<html>hello</html>", false, "check --elasticsearch");
    assertRefused(404, "<html>not here</html>", false, "check --elasticsearch");
  }

  @Test
  void reportsASearchThatElasticsearchCancelledAsUnavailable() {
    assertThatThrownBy(() -> verifyAgainst(400, CANCELLED, true))
        .isInstanceOf(IndexUnavailableException.class)
        .hasMessageContaining("cannot answer now");
  }

  @Test
  void reportsABusyServerAsUnavailable() throws IOException {
    for (int status : List.of(429, 503)) {
      assertThatThrownBy(() -> verifyAgainst(status, "busy", true))
          .isInstanceOf(IndexUnavailableException.class)
          .hasMessageContaining("(" + status + ")");
    }
  }

  @Test
  void reportsAnUnreachableServer() throws IOException {
    URI nobody;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      nobody = URI.create("http://127.0.0.1:" + socket.getLocalPort());
    }
    try (IndexConnection connection = IndexConnection.open(nobody, null)) {
      assertThatThrownBy(connection::verify)
          .isInstanceOf(IndexUnavailableException.class)
          .hasMessageContaining("is it running?");
    }
  }

  @Test
  void refusesAUrlThatIsNone() {
    assertThatThrownBy(() -> IndexConnection.open(URI.create("localhost:9200"), null))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("check --elasticsearch");
  }

  private static void assertRefused(int status, String body, boolean product, String remedy) {
    assertThatThrownBy(() -> verifyAgainst(status, body, product))
        .isInstanceOf(IndexRefusedException.class)
        .hasMessageContaining(remedy);
  }

  /** Verifies a connection to a server that always gives the same answer and sees the key. */
  private static void verifyAgainst(int status, String body, boolean product) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          assertThat(exchange.getRequestHeaders().getFirst("Authorization"))
              .isEqualTo("ApiKey a2V5");
          if (product) {
            exchange.getResponseHeaders().set("X-Elastic-Product", "Elasticsearch");
          }
          boolean json = body.startsWith("{");
          exchange
              .getResponseHeaders()
              .set("Content-Type", json ? "application/json" : "text/html");
          byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(status, bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
    server.start();
    URI url = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    try (IndexConnection connection = IndexConnection.open(url, "a2V5\n")) {
      connection.verify();
    } finally {
      server.stop(0);
    }
  }
}
