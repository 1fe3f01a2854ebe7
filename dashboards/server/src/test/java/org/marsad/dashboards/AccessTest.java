// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.dashboards;

import static org.assertj.core.api.Assertions.assertThat;

import io.javalin.http.HandlerType;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.marsad.dashboards.accounts.AccountParts;
import org.marsad.dashboards.http.Access;
import org.marsad.dashboards.http.Cost;
import org.marsad.dashboards.http.Endpoint;
import org.marsad.dashboards.http.RateLimit;
import org.marsad.dashboards.samples.SampleCalls;
import org.marsad.dashboards.samples.SampleDashboard;
import org.marsad.dashboards.search.FilterParameters;
import org.marsad.index.EmbeddedIndex;
import org.marsad.index.accounts.Account;
import org.marsad.index.accounts.AccountIndex;
import org.marsad.index.accounts.Role;

/** Every declared endpoint, asked by nobody, by each role, and by a key of each role. */
class AccessTest {
  @RegisterExtension static final EmbeddedIndex INDEX = new EmbeddedIndex();

  /** Said once more, apart from the code that it is held against. */
  private static final Map<Access, List<Role>> ALLOWED =
      Map.of(
          Access.PUBLIC, List.of(Role.values()),
          Access.READ, List.of(Role.values()),
          Access.LABEL, List.of(Role.ANNOTATOR, Role.ANALYST, Role.ADMIN),
          Access.ANALYSE, List.of(Role.ANALYST, Role.ADMIN),
          Access.ADMINISTER, List.of(Role.ADMIN));

  /** What only a person does, whatever the role of a key. */
  private static final List<String> OF_PERSONS =
      List.of("/api/keys", "/api/keys/{id}", "/api/session/password");

  private static final String PASSWORD = "four words and a comma";

  @TempDir static Path directory;
  private static DashboardServer server;
  private static AccountParts accounts;

  @BeforeAll
  static void serve() {
    accounts = AccountParts.of(new AccountIndex(INDEX.connection()), Clock.systemUTC());
    accounts.accounts().add("the-admin", Role.ADMIN, PASSWORD);
    for (Role role : List.of(Role.ANALYST, Role.ANNOTATOR, Role.VIEWER)) {
      accounts.accounts().add("the-" + role, role, PASSWORD);
    }
    server =
        SampleDashboard.start(
            INDEX.connection(),
            new DashboardSettings("127.0.0.1", 0, directory.resolve("audit.jsonl"))
                .with(RateLimit.NONE));
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void nobodyGetsWhatIsNotPublic() throws Exception {
    List<String> wrong = new ArrayList<>();
    for (Endpoint endpoint : server.endpoints()) {
      HttpResponse<String> answer = ask(new SampleCalls(server.address()), endpoint);
      boolean isRefused = answer.statusCode() == 401;
      if (isRefused == (endpoint.access() == Access.PUBLIC)) {
        wrong.add(endpoint.method() + " " + endpoint.path() + ": " + answer.statusCode());
      }
    }
    assertThat(wrong).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Role.class)
  void aPersonMayDoWhatTheirRoleMay(Role role) throws Exception {
    List<String> wrong = new ArrayList<>();
    SampleCalls calls = session(role);
    for (Endpoint endpoint : server.endpoints()) {
      HttpResponse<String> answer = ask(calls, endpoint);
      if (endpoint.path().startsWith("/api/session")) {
        // Some of these end the session.
        calls = session(role);
      }
      judge(endpoint, answer, isAllowed(endpoint, role), wrong);
    }
    assertThat(wrong).isEmpty();
  }

  /** Or else one person's charts take the index from all others. */
  @Test
  void whateverIsFilteredCostsMoreThanALook() {
    assertThat(server.endpoints())
        .filteredOn(endpoint -> endpoint.parameters().containsAll(FilterParameters.ALL))
        .isNotEmpty()
        .extracting(Endpoint::cost)
        .doesNotContain(Cost.SMALL);
  }

  private static boolean isAllowed(Endpoint endpoint, Role role) {
    return Objects.requireNonNull(ALLOWED.get(endpoint.access())).contains(role);
  }

  @ParameterizedTest
  @EnumSource(Role.class)
  void aKeyMayDoWhatItsRoleMay(Role role) throws Exception {
    List<String> wrong = new ArrayList<>();
    // Of the administrator: it is the key's own role that counts.
    String secret = accounts.keys().add(account(Role.ADMIN), "test " + role, role, 1).secret();
    for (Endpoint endpoint : server.endpoints()) {
      HttpResponse<String> answer =
          ask(new SampleCalls(server.address()).withKey(secret), endpoint);
      boolean isAllowed = isAllowed(endpoint, role) && !OF_PERSONS.contains(endpoint.path());
      judge(endpoint, answer, isAllowed, wrong);
    }
    assertThat(wrong).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Role.class)
  void aBadKeyIsNobodyEvenBesideAGoodSession(Role role) throws Exception {
    SampleCalls calls =
        new SampleCalls(server.address())
            .withSession(accounts.sessions().open(account(role)), null)
            .withKey("marsad_" + "x".repeat(43));
    assertThat(calls.get("/api/search").statusCode()).isEqualTo(401);
  }

  @Test
  void aStrangerDoesNotEvenHearWhetherADocumentIsThere() throws Exception {
    String page = "/documents/none";

    assertThat(new SampleCalls(server.address()).get(page).statusCode()).isEqualTo(200);
    assertThat(session(Role.VIEWER).get(page).statusCode()).isEqualTo(404);
  }

  private static SampleCalls session(Role role) throws Exception {
    String token = accounts.sessions().open(account(role));
    SampleCalls calls = new SampleCalls(server.address()).withSession(token, null);
    String csrf = SampleCalls.json(calls.get("/api/session")).path("csrf").asText();
    return calls.withSession(token, csrf);
  }

  private static Account account(Role role) {
    return accounts.accounts().byName("the-" + role).orElseThrow();
  }

  /** Of something that does not exist, with a body that asks for nothing. */
  private static HttpResponse<String> ask(SampleCalls calls, Endpoint endpoint) throws Exception {
    boolean hasBody = endpoint.method() == HandlerType.POST || endpoint.method() == HandlerType.PUT;
    @Nullable String body = hasBody ? "{}" : null;
    return calls.send(
        endpoint.method().name(), endpoint.path().replaceAll("\\{\\w+}", "none"), body);
  }

  private static void judge(
      Endpoint endpoint, HttpResponse<String> answer, boolean isAllowed, List<String> wrong) {
    int status = answer.statusCode();
    boolean isRight = isAllowed ? status != 401 && status != 403 : status == 403;
    if (!isRight || status >= 500 && status != 503) {
      wrong.add(endpoint.method() + " " + endpoint.path() + ": " + status + " " + answer.body());
    }
  }
}
