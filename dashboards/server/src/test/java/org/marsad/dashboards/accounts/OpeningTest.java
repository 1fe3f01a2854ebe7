// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.dashboards.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.marsad.dashboards.DashboardServer;
import org.marsad.dashboards.DashboardSettings;
import org.marsad.dashboards.http.DashboardStartException;
import org.marsad.dashboards.samples.SampleDashboard;
import org.marsad.index.EmbeddedIndex;
import org.marsad.index.accounts.AccountIndex;
import org.marsad.index.accounts.Role;
import org.marsad.model.DocumentKind;
import org.marsad.model.Opening;

/** A server that others reach, through a proxy that ends TLS. */
class OpeningTest {
  @RegisterExtension static final EmbeddedIndex INDEX = new EmbeddedIndex();

  private static final String PASSWORD = "four words and a comma";
  private static final Duration LIMIT = Duration.ofSeconds(30);
  private static final String SITE = "marsad.example.org";
  private static final Opening OPENING =
      new Opening(
          URI.create("https://" + SITE + "/"),
          "CNDP authorisation A-PO-000/2026",
          Map.of(DocumentKind.ARTICLE, 3650, DocumentKind.COMMENT, 365, DocumentKind.POST, 180),
          List.of());

  private final HttpClient client = HttpClient.newHttpClient();
  @TempDir Path directory;
  private Accounts accounts = new Accounts(index().accounts(), Clock.systemUTC());

  private static AccountIndex index() {
    return new AccountIndex(INDEX.connection());
  }

  @BeforeEach
  void clear() {
    INDEX.clear();
    accounts = new Accounts(index().accounts(), Clock.systemUTC());
  }

  private DashboardServer serve(String host, @Nullable Opening opening) {
    return SampleDashboard.start(
        INDEX.connection(),
        new DashboardSettings(host, 0, directory.resolve("audit.jsonl")).with(opening, null));
  }

  @Test
  void doesNotStartWithoutAnAdministrator() {
    assertThatThrownBy(() -> serve("127.0.0.1", OPENING))
        .isInstanceOf(DashboardStartException.class)
        .hasMessageContaining("./marsad accounts add NAME --role admin");
    assertThatThrownBy(() -> serve("0.0.0.0", null))
        .isInstanceOf(DashboardStartException.class)
        .hasMessageContaining("09-08")
        .hasMessageContaining("dashboard.legal-basis");
  }

  @Test
  void answersToItsPublicAddressAndSetsSecureCookies() throws Exception {
    accounts.add("chief", Role.ADMIN, PASSWORD);
    try (DashboardServer server = serve("0.0.0.0", OPENING)) {
      URI at = URI.create("http://127.0.0.1:" + server.address().getPort());
      Map<String, String> proxied = Map.of("Host", SITE, "X-Forwarded-For", "192.0.2.7");
      assertThat(get(at, "/", proxied).statusCode()).isEqualTo(200);
      assertThat(get(at, "/api/search", proxied).statusCode()).isEqualTo(401);
      assertThat(get(at, "/", Map.of("Host", "elsewhere.example")).statusCode()).isEqualTo(421);

      Map<String, String> ours = Map.of("Host", SITE, "Origin", "https://" + SITE);
      HttpResponse<String> answer = logIn(at, PASSWORD, ours);
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
      String set = answer.headers().firstValue("Set-Cookie").orElseThrow();
      assertThat(set)
          .startsWith("__Host-marsad-session=")
          .contains("Secure", "HttpOnly", "SameSite=Strict", "Path=/")
          .doesNotContain("Domain");
      assertThat(answer.body()).contains("A-PO-000/2026", "3650");
      assertThat(get(at, "/api/session", Map.of("Host", SITE)).body()).doesNotContain("A-PO");
      for (String origin : new String[] {"https://evil.example", "null", "https://x." + SITE}) {
        assertThat(logIn(at, PASSWORD, Map.of("Host", SITE, "Origin", origin)).statusCode())
            .as(origin)
            .isEqualTo(403);
      }
    }
  }

  @Test
  void countsFailuresByTheAddressThatTheProxySaw() throws Exception {
    accounts.add("chief", Role.ADMIN, PASSWORD);
    try (DashboardServer server = serve("127.0.0.1", OPENING)) {
      for (int i = 0; i < 30; i++) {
        Map<String, String> guesser =
            Map.of("Host", SITE, "X-Forwarded-For", "203.0.113." + i + ", 192.0.2.7");
        assertThat(logIn(server.address(), "guess-" + i, PASSWORD, guesser).statusCode())
            .isEqualTo(401);
      }
      Map<String, String> guesser = Map.of("Host", SITE, "X-Forwarded-For", "192.0.2.7");
      Map<String, String> other = Map.of("Host", SITE, "X-Forwarded-For", "192.0.2.8");
      assertThat(logIn(server.address(), PASSWORD, guesser).statusCode()).isEqualTo(429);
      assertThat(logIn(server.address(), PASSWORD, other).statusCode()).isEqualTo(200);
    }
  }

  @Test
  void aProxyThatNobodyHasDeclaredGetsNothing() throws Exception {
    try (DashboardServer server = serve("127.0.0.1", null)) {
      Map<String, String> proxied = Map.of("X-Forwarded-For", "192.0.2.7");
      assertThat(get(server.address(), "/api/search", Map.of()).statusCode()).isEqualTo(200);
      HttpResponse<String> refused = get(server.address(), "/api/search", proxied);
      assertThat(refused.statusCode()).isEqualTo(403);
      assertThat(refused.body()).contains("dashboard.public-address");
      assertThat(get(server.address(), "/health/live", proxied).statusCode()).isEqualTo(200);
    }
  }

  @Test
  void theFirstAccountEndsWhatThePersonAtThisComputerMay() throws Exception {
    try (DashboardServer server = serve("127.0.0.1", null)) {
      HttpResponse<String> before = get(server.address(), "/api/session", Map.of());
      assertThat(before.body()).contains("AT_THIS_COMPUTER", "ADMINISTER");
      // By another program, as the command line is one, which the server hears of a little later.
      accounts.add("chief", Role.ADMIN, PASSWORD);
      Instant end = Instant.now().plus(LIMIT);
      while (get(server.address(), "/api/search", Map.of()).statusCode() == 200) {
        assertThat(Instant.now()).as("when everybody has to log in").isBefore(end);
        Thread.sleep(50);
      }
      assertThat(get(server.address(), "/api/search", Map.of()).statusCode()).isEqualTo(401);
      assertThat(get(server.address(), "/api/accounts", Map.of()).statusCode()).isEqualTo(401);
      INDEX.clear();
      assertThat(get(server.address(), "/api/search", Map.of()).statusCode())
          .as("though all accounts are lost")
          .isEqualTo(401);
    }
  }

  private HttpResponse<String> get(URI server, String path, Map<String, String> headers)
      throws Exception {
    HttpRequest.Builder request = HttpRequest.newBuilder(server.resolve(path));
    headers.forEach(request::header);
    return client.send(request.build(), BodyHandlers.ofString());
  }

  private HttpResponse<String> logIn(URI server, String password, Map<String, String> headers)
      throws Exception {
    return logIn(server, "chief", password, headers);
  }

  private HttpResponse<String> logIn(
      URI server, String name, String password, Map<String, String> headers) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(server.resolve("/api/session"))
            .header("Content-Type", "application/json")
            .POST(
                BodyPublishers.ofString(
                    "{\"name\":\"" + name + "\",\"password\":\"" + password + "\"}"));
    headers.forEach(request::header);
    return client.send(request.build(), BodyHandlers.ofString());
  }
}
