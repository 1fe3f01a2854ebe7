// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.dashboards.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.marsad.dashboards.DashboardServer;
import org.marsad.dashboards.DashboardSettings;
import org.marsad.dashboards.samples.SampleDashboard;
import org.marsad.dashboards.samples.SampleServer;
import org.marsad.model.Json;

/** What the server does to those who would keep others from it. */
class ProtectionTest {
  /** More than there are threads. */
  private static final int DAWDLERS = 400;

  @RegisterExtension static final SampleServer SERVER = new SampleServer();
  @TempDir Path directory;

  @Test
  void tellsWhoAsksTooMuchWhenToComeBack() throws Exception {
    DashboardSettings settings =
        new DashboardSettings("127.0.0.1", 0, directory.resolve("audit.jsonl"))
            .with(new RateLimit(12, 1, 8, 1));
    try (DashboardServer server = SampleDashboard.start(SERVER.index().connection(), settings)) {
      URI search = server.address().resolve("api/search");
      List<HttpResponse<String>> answers = new ArrayList<>();
      for (int number = 0; number < 30; number++) {
        answers.add(
            HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(search).build(), BodyHandlers.ofString()));
      }

      assertThat(answers.get(0).statusCode()).isEqualTo(200);
      HttpResponse<String> refused =
          answers.stream().filter(one -> one.statusCode() == 429).findFirst().orElseThrow();
      assertThat(refused.headers().firstValue("Retry-After"))
          .hasValueSatisfying(seconds -> assertThat(Integer.parseInt(seconds)).isBetween(1, 6));
      JsonNode problem = Json.MAPPER.readTree(refused.body());
      assertThat(problem.get("detail").asText()).contains("wait");
    }
  }

  @Test
  void answersOthersWhileManySendAByteAtATime() throws Exception {
    List<Socket> dawdlers = new ArrayList<>();
    try {
      for (int number = 0; number < DAWDLERS; number++) {
        dawdlers.add(
            RawRequest.begin(
                SERVER.api().address(),
                "POST /api/rules/preview HTTP/1.1\r\nHost: localhost\r\n"
                    + "Content-Type: application/json\r\nContent-Length: 1000\r\n\r\n{"));
      }
      for (int round = 0; round < 3; round++) {
        for (Socket dawdler : dawdlers) {
          trickle(dawdler);
        }
        assertThat(SERVER.api().get("/health/live").statusCode()).isEqualTo(200);
        assertThat(SERVER.api().get("/api/search?size=1").statusCode()).isEqualTo(200);
      }
    } finally {
      for (Socket dawdler : dawdlers) {
        dawdler.close();
      }
    }
  }

  /** One that has been cut off meanwhile has had its answer. */
  private static void trickle(Socket dawdler) {
    try {
      dawdler.getOutputStream().write(' ');
      dawdler.getOutputStream().flush();
    } catch (IOException e) {
      assertThat(e).hasMessageContaining("Broken pipe");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "GET /api/documents/..%2F..%2Fetc%2Fpasswd HTTP/1.1   | Host: localhost | 404",
        "GET /assets/..%2F..%2F..%2Fetc/passwd HTTP/1.1       | Host: localhost | 404",
        "GET /assets/../../../../etc/passwd HTTP/1.1          | Host: localhost | 400",
        "GET /api/search?q=%zz HTTP/1.1                       | Host: localhost | 400",
        "GET /api/status HTTP/1.1                             | Host: evil.example | 421",
        "TRACE /api/status HTTP/1.1                           | Host: localhost | 405",
        "DELETE /api/status HTTP/1.1                          | Host: localhost | 405",
        "GET /nothing HTTP/1.1                                | Host: localhost | 404",
        "GET /api/status HTTP/9.9                             | Host: localhost | 505",
        "nonsense                                             | Host: localhost | 400",
      })
  void guardsItsRefusalsAsItsPages(String line, String header, int status) throws Exception {
    String answer =
        RawRequest.ask(
            SERVER.api().address(), line + "\r\n" + header + "\r\nConnection: close\r\n\r\n");

    assertThat(answer).startsWith("HTTP/1.1 " + status);
    assertThat(answer)
        .containsIgnoringCase("content-security-policy: default-src 'none'")
        .containsIgnoringCase("x-content-type-options: nosniff")
        .containsIgnoringCase("application/problem+json")
        .doesNotContain("Jetty", "Exception", "root:");
  }

  @ParameterizedTest
  @CsvSource({
    "=",
    ";;;",
    "a=\"unclosed",
    "a=b=c; =d",
    "\u0001=\u0002",
    "é=ÿ",
    "$Version=9; $Path=/"
  })
  void overlooksBrokenCookies(String cookie) throws Exception {
    String answer =
        RawRequest.ask(
            SERVER.api().address(),
            "GET /api/names HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nCookie: "
                + cookie
                + "\r\n\r\n");

    assertThat(answer).matches("(?s)HTTP/1.1 (200|400) .*");
  }

  @Test
  void refusesHugeHeadersAndAddresses() throws Exception {
    String head = "GET /api/names HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n";

    assertThat(
            RawRequest.ask(
                SERVER.api().address(), head + "Cookie: a=" + "b".repeat(20_000) + "\r\n\r\n"))
        .startsWith("HTTP/1.1 431");
    assertThat(
            RawRequest.ask(
                SERVER.api().address(),
                "GET /api/names?" + "q".repeat(20_000) + " HTTP/1.1\r\n\r\n"))
        .startsWith("HTTP/1.1 414");
  }

  @Test
  void sendsAFileOnceAndDocumentsAlways() throws Exception {
    HttpResponse<String> file = SERVER.api().get("/assets/app.js");
    String tag = file.headers().firstValue("ETag").orElseThrow();
    HttpResponse<String> again =
        SERVER.api().send(SERVER.api().request("/assets/app.js").header("If-None-Match", tag));

    assertThat(again.statusCode()).isEqualTo(304);
    assertThat(again.body()).isEmpty();
    assertThat(SERVER.api().get("/api/search").headers().firstValue("Cache-Control"))
        .hasValue("no-store");
  }
}
