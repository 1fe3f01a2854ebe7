// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.dashboards.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.marsad.dashboards.DashboardServer;
import org.marsad.dashboards.DashboardSettings;
import org.marsad.dashboards.samples.SampleCalls;
import org.marsad.dashboards.samples.SampleDashboard;
import org.marsad.index.EmbeddedIndex;
import org.marsad.index.accounts.Account;
import org.marsad.index.accounts.AccountIndex;
import org.marsad.index.accounts.Role;

/** Logging in and out by HTTP, and what must not get through. */
class SessionApiTest {
  @RegisterExtension static final EmbeddedIndex INDEX = new EmbeddedIndex();
  @TempDir static Path directory;

  private static final String PASSWORD = "four words and a comma";
  private static DashboardServer server;
  private static AccountParts parts;
  private static int made;

  private String name = "";

  @BeforeAll
  static void serve() {
    parts = AccountParts.of(new AccountIndex(INDEX.connection()), Clock.systemUTC());
    parts.accounts().add("chief", Role.ADMIN, PASSWORD);
    server =
        SampleDashboard.start(
            INDEX.connection(),
            new DashboardSettings("127.0.0.1", 0, directory.resolve("audit.jsonl")));
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  /** An account for each test, since failed logins count by name. */
  @BeforeEach
  void addAnalyst() {
    name = "observer-" + made++;
    parts.accounts().add(name, Role.ANALYST, PASSWORD);
  }

  private Account analyst() {
    return parts.accounts().byName(name).orElseThrow();
  }

  @Test
  void logsInAndOut() throws Exception {
    SampleCalls browser = browser();
    JsonNode nobody = SampleCalls.json(browser.get("/api/session"));
    assertThat(nobody.toString()).isEqualTo("{\"may\":[\"PUBLIC\"]}");
    assertThat(browser.get("/api/search").statusCode()).isEqualTo(401);
    assertThat(browser.get("/").statusCode()).isEqualTo(200);

    HttpResponse<String> answer = browser.logIn(name, PASSWORD);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(SampleCalls.json(answer).at("/account/name").asText()).isEqualTo(name);
    assertThat(SampleCalls.json(answer).get("may").toString()).contains("ANALYSE", "LABEL");
    String set = answer.headers().firstValue("Set-Cookie").orElseThrow();
    assertThat(set)
        .startsWith("marsad-session=")
        .contains("HttpOnly", "SameSite=Strict", "Path=/")
        .doesNotContain("Domain", "Secure");
    assertThat(answer.body()).doesNotContain(set.substring(15, 58)).doesNotContain("argon2");
    assertThat(browser.get("/api/search").statusCode()).isEqualTo(200);

    String former = Objects.requireNonNull(browser.cookie());
    assertThat(browser.send("DELETE", "/api/session", null).statusCode()).isEqualTo(204);
    SampleCalls thief = browser().withSession(former.substring(15), null);
    assertThat(thief.get("/api/search").statusCode()).isEqualTo(401);
  }

  @Test
  void wrongPasswordsUnknownNamesAndDisabledAccountsLookTheSame() throws Exception {
    HttpResponse<String> wrong = browser().logIn(name, PASSWORD + "!");
    HttpResponse<String> unknown = browser().logIn("nobody-at-all", PASSWORD);
    parts.accounts().setDisabled(analyst(), true);
    HttpResponse<String> disabled = browser().logIn(name, PASSWORD);
    assertThat(wrong.statusCode()).isEqualTo(401);
    assertThat(unknown.body()).isEqualTo(wrong.body());
    assertThat(disabled.body()).isEqualTo(wrong.body());
    assertThat(wrong.headers().firstValue("Set-Cookie")).isEmpty();
  }

  @Test
  void guessingIsSlowedDownForKnownAndUnknownNames() throws Exception {
    for (String guessed : new String[] {name, "unknown-" + name}) {
      for (int i = 0; i < 5; i++) {
        assertThat(browser().logIn(guessed, "guess number " + i).statusCode()).isEqualTo(401);
      }
      HttpResponse<String> answer = browser().logIn(guessed, PASSWORD);
      assertThat(answer.statusCode()).as("even with the right password").isEqualTo(429);
      assertThat(answer.headers().firstValueAsLong("Retry-After").orElse(0)).isBetween(1L, 31L);
    }
  }

  @Test
  void aLoginTakesNoTokenThatABrowserBrought() throws Exception {
    SampleCalls planted = browser().withSession("x".repeat(43), null);
    planted.logIn(name, PASSWORD);
    assertThat(planted.cookie()).isNotNull().doesNotContain("xxx");
    String first = Objects.requireNonNull(planted.cookie());
    planted.logIn(name, PASSWORD);
    assertThat(planted.cookie()).isNotEqualTo(first);
    assertThat(browser().withSession(first.substring(15), null).get("/api/search").statusCode())
        .as("the session that was there before")
        .isEqualTo(401);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "\"",
        "x",
        "ünïcode",
        "a=b=c",
        "%00",
        "{}",
        "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
      })
  void brokenCookiesAreNobody(String value) throws Exception {
    assertThat(browser().withSession(value, null).get("/api/search").statusCode()).isEqualTo(401);
    assertThat(browser().withSession(value, null).get("/api/session").statusCode()).isEqualTo(200);
    assertThat(browser().withSession("a".repeat(4_000), null).get("/api/search").statusCode())
        .isEqualTo(401);
  }

  @Test
  void aRequestThatOnlyCarriesTheCookieChangesNothing() throws Exception {
    String token = parts.sessions().open(analyst());
    String other = Sessions.csrf(parts.sessions().open(analyst()));
    for (String csrf : new String[] {null, "", "x", other}) {
      HttpResponse<String> answer =
          browser().withSession(token, csrf).send("DELETE", "/api/session", null);
      assertThat(answer.statusCode()).as(csrf).isEqualTo(403);
      assertThat(answer.body()).contains("X-Marsad-CSRF");
    }
    assertThat(browser().withSession(token, null).get("/api/search").statusCode()).isEqualTo(200);
  }

  @Test
  void changesOnesOwnPasswordAndEndsTheOtherSessions() throws Exception {
    SampleCalls browser = browser();
    browser.logIn(name, PASSWORD);
    SampleCalls elsewhere = browser();
    elsewhere.logIn(name, PASSWORD);
    String path = "/api/session/password";
    assertThat(browser.send("PUT", path, passwords("wrong " + PASSWORD, "x")).statusCode())
        .isEqualTo(403);
    assertThat(browser.send("PUT", path, passwords(PASSWORD, "short")).body()).contains("12");
    assertThat(browser.send("PUT", path, passwords(PASSWORD, "three other words")).statusCode())
        .isEqualTo(200);
    assertThat(browser.get("/api/search").statusCode()).isEqualTo(200);
    assertThat(elsewhere.get("/api/search").statusCode()).isEqualTo(401);
    assertThat(browser().logIn(name, PASSWORD).statusCode()).isEqualTo(401);
    assertThat(browser().logIn(name, "three other words").statusCode()).isEqualTo(200);
  }

  @Test
  void administersAccounts() throws Exception {
    SampleCalls admin = browser();
    admin.logIn("chief", PASSWORD);
    String body = "{\"name\":\"%s\",\"role\":\"%s\",\"password\":\"%s\"}";
    HttpResponse<String> answer =
        admin.send("POST", "/api/accounts", body.formatted("new-" + name, "VIEWER", PASSWORD));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    String one = "/api/accounts/" + SampleCalls.json(answer).get("id").asText();
    SampleCalls viewer = browser();
    viewer.logIn("new-" + name, PASSWORD);
    HttpResponse<String> refused = viewer.get("/api/rules");
    assertThat(viewer.get("/api/accounts").statusCode()).isEqualTo(403);
    assertThat(SampleCalls.json(viewer.get("/api/accounts")).get("needed").asText())
        .isEqualTo("ADMIN");
    assertThat(refused.body()).doesNotContain("argon2");

    assertThat(admin.send("PUT", one + "/role", "{\"role\":\"ANALYST\"}").body())
        .contains("ANALYST")
        .doesNotContain("argon2");
    assertThat(viewer.get("/api/search").statusCode()).as("at once").isEqualTo(401);
    viewer.logIn("new-" + name, PASSWORD);
    admin.send("PUT", one + "/disabled", "{\"disabled\":true}");
    assertThat(viewer.get("/api/search").statusCode()).as("at once").isEqualTo(401);
    assertThat(admin.send("DELETE", one, null).statusCode()).isEqualTo(204);
    assertThat(admin.send("DELETE", one, null).statusCode()).isEqualTo(404);
    assertThat(admin.get("/api/accounts").body()).contains(name).doesNotContain("argon2", "new-");

    String own = "/api/accounts/" + parts.accounts().byName("chief").orElseThrow().id();
    assertThat(admin.send("DELETE", own, null).statusCode()).isEqualTo(409);
    assertThat(
            admin
                .send("POST", "/api/accounts", body.formatted("a b", "GOD", PASSWORD))
                .statusCode())
        .isEqualTo(422);
    assertThat(
            admin
                .send("POST", "/api/accounts", body.formatted(name, "VIEWER", PASSWORD))
                .statusCode())
        .isEqualTo(409);
  }

  @Test
  void keysAreToldOnceAndAreNobodyElses() throws Exception {
    SampleCalls browser = browser();
    browser.logIn(name, PASSWORD);
    HttpResponse<String> answer =
        browser.send("POST", "/api/keys", "{\"name\":\"figures\",\"role\":\"VIEWER\"}");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    String secret = SampleCalls.json(answer).get("secret").asText();
    String id = SampleCalls.json(answer).at("/key/id").asText();
    assertThat(browser.get("/api/keys").body()).contains(id, "figures").doesNotContain(secret);
    SampleCalls program = browser().withKey(secret);
    assertThat(program.get("/api/search").statusCode()).isEqualTo(200);
    assertThat(SampleCalls.json(program.get("/api/session")).get("way").asText()).isEqualTo("KEY");
    SampleCalls admin = browser();
    admin.logIn("chief", PASSWORD);
    assertThat(admin.get("/api/keys").body()).doesNotContain(id);
    assertThat(admin.send("DELETE", "/api/keys/" + id, null).statusCode()).isEqualTo(404);
    assertThat(browser.send("DELETE", "/api/keys/" + id, null).statusCode()).isEqualTo(204);
    assertThat(program.get("/api/search").statusCode()).isEqualTo(401);
  }

  private static SampleCalls browser() {
    return new SampleCalls(server.address());
  }

  private static String passwords(String former, String next) {
    return "{\"former\":\"" + former + "\",\"password\":\"" + next + "\"}";
  }
}
