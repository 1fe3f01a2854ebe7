// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.dashboards.oidc;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import java.io.IOException;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
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
import org.marsad.dashboards.accounts.AccountParts;
import org.marsad.dashboards.accounts.Accounts;
import org.marsad.dashboards.audit.AuditVerifier;
import org.marsad.dashboards.samples.SampleDashboard;
import org.marsad.index.EmbeddedIndex;
import org.marsad.index.accounts.Account;
import org.marsad.index.accounts.AccountIndex;
import org.marsad.index.accounts.Role;
import org.marsad.model.Json;

/** The whole flow over HTTP, and what must not get through. */
class OidcLoginTest {
  @RegisterExtension static final EmbeddedIndex INDEX = new EmbeddedIndex();
  @TempDir static Path directory;

  private static SampleProvider provider;
  private static DashboardServer server;
  private static Accounts accounts;
  private static int people;

  private String subject = "";

  @BeforeAll
  static void serve() throws Exception {
    provider = new SampleProvider("127.0.0.1");
    accounts = AccountParts.of(new AccountIndex(INDEX.connection()), Clock.systemUTC()).accounts();
    accounts.add("chief", Role.ADMIN, "four words and a comma");
    server = serve("audit.jsonl", settings(provider.issuer()));
  }

  private static DashboardServer serve(String log, @Nullable OidcSettings settings) {
    return SampleDashboard.start(
        INDEX.connection(),
        new DashboardSettings("127.0.0.1", 0, directory.resolve(log)).with(null, settings));
  }

  private static OidcSettings settings(String issuer) {
    return new OidcSettings(
        URI.create(issuer),
        "Sample ID",
        SampleProvider.CLIENT,
        SampleProvider.SECRET,
        "realm.groups",
        Map.of("press", Role.VIEWER, "desk", Role.ANALYST));
  }

  @AfterAll
  static void stop() {
    server.close();
    provider.close();
  }

  @BeforeEach
  void anotherPersonComes() {
    subject = "s-" + people++;
    provider.person(subject, groups("press"));
  }

  private static Map<String, Object> groups(String... names) {
    return Map.of("realm", Map.of("groups", List.of(names)));
  }

  @Test
  void somebodyNewComesInWithTheRoleOfTheClaim() throws Exception {
    SampleBrowser browser = new SampleBrowser();
    URI toProvider = browser.next(start("/search?q=a%20b"));
    assertThat(toProvider.toString())
        .startsWith(provider.issuer() + "/authorize?")
        .contains("code_challenge_method=S256", "state=", "nonce=", "response_type=code");
    URI back = browser.next(toProvider);
    assertThat(back.getPath()).isEqualTo("/api/session/oidc/callback");
    assertThat(browser.next(back)).isEqualTo(at("/search?q=a%20b"));

    JsonNode session = session(browser);
    assertThat(session.at("/way").asText()).isEqualTo("SESSION");
    assertThat(session.at("/account/role").asText()).isEqualTo("VIEWER");
    assertThat(session.at("/account/hasPassword").asBoolean()).isFalse();
    assertThat(browser.get(at("/api/rules")).statusCode()).isEqualTo(200);
    assertThat(browser.get(at("/api/audit")).statusCode()).isEqualTo(403);

    String log = Files.readString(directory.resolve("audit.jsonl"));
    String id = session.at("/account/id").asText();
    assertThat(log)
        .contains("\"who\":\"" + id + "\",\"action\":\"make-account\",\"account\":\"" + id + "\"")
        .contains("\"who\":\"" + id + "\",\"action\":\"log-in\"")
        .doesNotContain(session.at("/account/name").asText());
    assertThat(AuditVerifier.verify(directory.resolve("audit.jsonl"), List.of()).faults())
        .isEmpty();
  }

  @Test
  void theRoleFollowsTheClaimAtEachLogin() throws Exception {
    logIn(new SampleBrowser());
    Account before = account();
    provider.person(subject, groups("press", "desk"));
    SampleBrowser browser = new SampleBrowser();
    logIn(browser);

    assertThat(account().id()).isEqualTo(before.id());
    assertThat(account().role()).isEqualTo(Role.ANALYST);
    assertThat(session(browser).at("/account/role").asText()).isEqualTo("ANALYST");
    assertThat(Files.readString(directory.resolve("audit.jsonl")))
        .contains("\"details\":{\"from\":[\"VIEWER\"],\"to\":[\"ANALYST\"]}")
        .doesNotContain(subject);
  }

  @Test
  void aNameThatIsTakenGivesNothingOfItsAccount() throws Exception {
    provider.person(
        subject, Map.of("realm", Map.of("groups", "press"), "preferred_username", "chief"));
    SampleBrowser browser = new SampleBrowser();
    logIn(browser);

    assertThat(session(browser).at("/account/name").asText()).isEqualTo("chief-2");
    assertThat(session(browser).at("/account/role").asText()).isEqualTo("VIEWER");
    assertThat(accounts.byName("chief").orElseThrow().identity()).isNull();
  }

  @Test
  void aDisabledAccountStaysOut() throws Exception {
    logIn(new SampleBrowser());
    accounts.setDisabled(account(), true);
    assertRefused("disabled");
    assertThat(accounts.setDisabled(account(), false).disabled()).isFalse();
  }

  @Test
  void whoHasNoRoleHereIsRefused() throws Exception {
    provider.person(subject, groups("sports"));
    assertRefused("no-role");
    provider.person(subject, Map.of());
    assertRefused("no-role");
    provider.person(subject, Map.of("realm", 7));
    assertRefused("no-role");
    assertThat(accounts.byIdentity(provider.issuer(), subject)).isEmpty();
    assertThat(Files.readString(directory.resolve("audit.jsonl")))
        .containsOnlyOnce("\"action\":\"refuse-login\",\"reason\":\"oidc-no-role\"");
  }

  @Test
  void anAnswerToAnotherLoginIsRefused() throws Exception {
    assertRefusedWith("state=[^&]*", "state=another");
    assertRefusedWith("state=[^&]*&", "");
  }

  @Test
  void anAnswerThatBelongsToAnotherBrowserIsRefused() throws Exception {
    URI back = answered(new SampleBrowser());
    SampleBrowser victim = new SampleBrowser();
    assertThat(victim.next(back)).isEqualTo(at("/login?refused=stale"));
    victim.next(start("/"));
    assertThat(victim.next(back)).isEqualTo(at("/login?refused=failed"));
    assertNobody(victim);
  }

  @Test
  void aCodeIsGoodOnce() throws Exception {
    SampleBrowser browser = new SampleBrowser();
    URI back = answered(browser);
    browser.next(back);
    assertThat(browser.next(back)).isEqualTo(at("/login?refused=stale"));
    assertRefusedWith("code=[^&]*", back.getQuery().replaceFirst("&.*", ""));
  }

  @Test
  void anAnswerOfAnotherIssuerIsRefused() throws Exception {
    assertRefusedWith("iss=[^&]*", "iss=https%3A%2F%2Fevil.example");
  }

  @Test
  void aTokenThatLiesIsRefused() throws Exception {
    for (UnaryOperator<JWTClaimsSet.Builder> lie :
        List.<UnaryOperator<JWTClaimsSet.Builder>>of(
            token -> token.claim("nonce", "another"),
            token -> token.claim("nonce", null),
            token -> token.audience("another-client"),
            token -> token.issuer("https://evil.example"),
            token -> token.expirationTime(Date.from(Instant.now().minusSeconds(120))),
            token -> token.subject(null))) {
      provider.lie(lie);
      assertRefused("failed");
    }
  }

  @Test
  void aTokenThatTheProviderDidNotSignIsRefused() throws Exception {
    provider.sign(SampleProvider::unsigned);
    assertRefused("failed");
    var foreign = new RSAKeyGenerator(2048).keyID("k1").generate();
    provider.sign(claims -> SampleProvider.signed(claims, foreign));
    assertRefused("failed");
    provider.sign(claims -> "no.token.atall");
    assertRefused("failed");
    assertThat(accounts.byIdentity(provider.issuer(), subject)).isEmpty();
  }

  @Test
  void whatTheProviderRefusesIsTold() throws Exception {
    assertRefusedWith("code=[^&]*", "error=access_denied");
  }

  @Test
  void aProviderThatIsAwayLeavesPasswords() throws Exception {
    SampleProvider gone = new SampleProvider("127.0.0.1");
    gone.close();
    try (DashboardServer lonely = serve("lonely.jsonl", settings(gone.issuer()))) {
      SampleBrowser browser = new SampleBrowser();
      URI login = lonely.address().resolve("/api/session/oidc");
      assertThat(browser.next(login).toString()).endsWith("/login?refused=away");
      assertThat(browser.get(lonely.address().resolve("/api/session")).statusCode()).isEqualTo(200);
    }
  }

  @Test
  void aDescriptionOfAnotherIssuerIsNotBelieved() throws Exception {
    String alias = provider.issuer().replace("127.0.0.1", "localhost");
    try (DashboardServer misled = serve("misled.jsonl", settings(alias))) {
      assertThat(new SampleBrowser().next(misled.address().resolve("/api/session/oidc")).toString())
          .endsWith("/login?refused=away");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://evil.example/",
        "//evil.example/",
        "/\\evil.example",
        "///evil.example",
        "javascript:alert(1)",
        "/ok\r\nSet-Cookie: a=b",
        "search"
      })
  void noLoginLeadsElsewhere(String wanted) throws Exception {
    SampleBrowser browser = new SampleBrowser();
    URI back = browser.next(browser.next(start(wanted)));
    assertThat(browser.next(back)).isEqualTo(at("/"));
  }

  @Test
  void theCookieOfALoginComesBackFromAnotherSiteAndOpensNothing() throws Exception {
    SampleBrowser browser = new SampleBrowser();
    HttpResponse<String> begun = browser.get(start("/"));
    assertThat(begun.headers().allValues("Set-Cookie"))
        .singleElement()
        .asString()
        .contains("marsad-login=", "HttpOnly", "SameSite=Lax", "Max-Age=600");
    assertThat(browser.cookies()).extracting(HttpCookie::getName).containsExactly("marsad-login");
    assertNobody(browser);
  }

  @Test
  void theButtonIsOfferedWhereAProviderIs() throws Exception {
    assertThat(new SampleBrowser().get(at("/api/session/providers")).body())
        .isEqualTo("{\"providers\":[{\"name\":\"Sample ID\",\"start\":\"/api/session/oidc\"}]}");
    try (DashboardServer without = serve("without.jsonl", null)) {
      assertThat(
              new SampleBrowser().get(without.address().resolve("/api/session/providers")).body())
          .isEqualTo("{\"providers\":[]}");
      assertThat(
              new SampleBrowser().get(without.address().resolve("/api/session/oidc")).statusCode())
          .isEqualTo(404);
    }
  }

  private void assertRefused(String reason) throws Exception {
    SampleBrowser browser = new SampleBrowser();
    assertThat(logIn(browser)).isEqualTo(at("/login?refused=" + reason));
    assertNobody(browser);
  }

  /** What comes back from the provider counts for nothing once a part of it is another. */
  private static void assertRefusedWith(String part, String another) throws Exception {
    SampleBrowser browser = new SampleBrowser();
    String changed = answered(browser).toString().replaceFirst(part, another);
    assertThat(browser.next(URI.create(changed))).isEqualTo(at("/login?refused=failed"));
    assertNobody(browser);
  }

  private static URI logIn(SampleBrowser browser) throws IOException, InterruptedException {
    return browser.next(answered(browser));
  }

  /** The provider's answer, which the browser has yet to bring. */
  private static URI answered(SampleBrowser browser) throws IOException, InterruptedException {
    return browser.next(browser.next(start("/")));
  }

  private static void assertNobody(SampleBrowser browser) throws Exception {
    assertThat(session(browser).has("way")).isFalse();
    assertThat(browser.get(at("/api/rules")).statusCode()).isEqualTo(401);
  }

  private Account account() {
    return accounts.byIdentity(provider.issuer(), subject).orElseThrow();
  }

  private static JsonNode session(SampleBrowser browser) throws Exception {
    return Json.MAPPER.readTree(browser.get(at("/api/session")).body());
  }

  private static URI start(String wanted) {
    return at("/api/session/oidc?to=" + URLEncoder.encode(wanted, StandardCharsets.UTF_8));
  }

  private static URI at(String path) {
    return server.address().resolve(path);
  }
}
