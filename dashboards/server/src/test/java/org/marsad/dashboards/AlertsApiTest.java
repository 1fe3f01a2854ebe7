// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.dashboards;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.marsad.alerts.dispatch.Heartbeat;
import org.marsad.alerts.subscription.Tokens;
import org.marsad.index.BulkWriter;
import org.marsad.index.EmbeddedIndex;
import org.marsad.index.alerts.AlertIndex;
import org.marsad.model.Json;

class AlertsApiTest {
  static {
    System.setProperty("jdk.httpclient.allowRestrictedHeaders", "host,origin");
  }

  private static final String RULE =
      "{\"names\":{\"en\":\"Hostile\"},\"filters\":{\"stances\":[\"HOSTILE\"],\"relevant\":true},"
          + "\"granularity\":\"DAY\",\"cadence\":\"INSTANT\"}";
  private static final String FILE_RULE = "/api/rules/" + SampleAlerts.RULE;
  private static final String INCIDENT = "/api/incidents/" + SampleAlerts.RISE;

  @RegisterExtension static final EmbeddedIndex INDEX = new EmbeddedIndex();
  @TempDir static Path directory;

  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static Path auditLog;
  private static DashboardServer server;

  @BeforeAll
  static void serve() {
    List<?> unused = new BulkWriter(INDEX.connection()).write(SampleDocuments.all());
    SampleAlerts.write(INDEX.connection());
    INDEX.refresh();
    auditLog = directory.resolve("audit.jsonl");
    server =
        SampleDashboard.start(INDEX.connection(), new DashboardSettings("127.0.0.1", 0, auditLog));
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void makesChangesMutesAndDeletesARule() throws Exception {
    assertThat(put("/api/rules/own", RULE, Map.of("If-None-Match", "*")).statusCode())
        .isEqualTo(201);
    assertThat(put("/api/rules/own", RULE, Map.of("If-None-Match", "*")).statusCode())
        .isEqualTo(412);
    Instant until = Instant.parse("2199-01-01T00:00:00Z");
    assertThat(put("/api/rules/own/mute", "{\"until\":\"" + until + "\"}", Map.of()).statusCode())
        .isEqualTo(200);
    assertThat(put("/api/rules/own", RULE.replace("DAY", "HOUR"), Map.of()).statusCode())
        .isEqualTo(200);

    JsonNode rule = json("/api/rules/own");
    assertThat(rule.get("granularity").asText()).isEqualTo("HOUR");
    assertThat(rule.get("origin").asText()).isEqualTo("USER");
    assertThat(rule.get("mutedUntil").asText()).isEqualTo(until.toString());

    String version = rule.get("version").asText();
    assertThat(put("/api/rules/own/mute", "{\"until\":null}", Map.of()).body())
        .doesNotContain("mutedUntil");
    assertThat(put("/api/rules/own", RULE, Map.of("If-Match", version)).statusCode())
        .as("somebody has changed it meanwhile")
        .isEqualTo(412);
    assertThat(
            put("/api/rules/own/mute", "{\"until\":\"+12000-01-01T00:00:00Z\"}", Map.of())
                .statusCode())
        .isEqualTo(422);
    assertThat(get("/api/incidents?before=%2B900000000-01-01T00:00:00Z").statusCode())
        .isEqualTo(400);
    assertThat(delete("/api/rules/own").statusCode()).isEqualTo(204);
    assertThat(get("/api/rules/own").statusCode()).isEqualTo(404);
    assertThat(audited())
        .contains("create rule own", "mute rule own", "change rule own", "delete rule own");
  }

  @Test
  void tellsHowARuleDoesAndLeavesTheFilesRulesAlone() throws Exception {
    JsonNode rule = find(json("/api/rules").get("rules"), SampleAlerts.RULE);

    assertThat(rule.at("/filters/stances/0").asText()).isEqualTo("HOSTILE");
    assertThat(rule.at("/lastDecision/outcome").asText()).isEqualTo("CALM");
    HttpResponse<String> refused = put(FILE_RULE, RULE, Map.of());
    assertThat(refused.statusCode()).isEqualTo(409);
    assertThat(refused.body()).contains("file of rules");
    assertThat(delete(FILE_RULE).statusCode()).isEqualTo(409);
    assertThat(put(FILE_RULE + "/mute", "{\"until\":null}", Map.of()).statusCode()).isEqualTo(200);
  }

  @Test
  void pagesThroughTheDecisionLog() throws Exception {
    JsonNode first = json(FILE_RULE + "/decisions?size=20");
    JsonNode second = json(FILE_RULE + "/decisions?size=20&before=" + first.get("next").asText());

    assertThat(first.get("decisions")).hasSize(20);
    assertThat(second.get("decisions")).hasSize(10);
    assertThat(second.get("next")).isNull();
    assertThat(second.at("/decisions/0/bucket").asText())
        .isLessThan(first.at("/decisions/19/bucket").asText());
  }

  @Test
  void showsWhatARuleWouldHaveDone() throws Exception {
    HttpResponse<String> answer = post("/api/rules/preview", RULE);

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    JsonNode result = Json.MAPPER.readTree(answer.body());
    assertThat(result.get("series").size()).isGreaterThan(300);
    assertThat(result.get("incidents")).isNotEmpty();
    assertThat(json("/api/rules").toString()).doesNotContain("\"preview\"");
  }

  @Test
  void tellsAllFaultsOfARuleAtOnce() throws Exception {
    HttpResponse<String> answer =
        put(
            "/api/rules/faulty",
            "{\"names\":{},\"granularity\":\"YEAR\",\"enabled\":\"yes\",\"colour\":1,"
                + "\"filters\":{\"stances\":\"HOSTILE\",\"day\":2}}",
            Map.of());

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.headers().firstValue("Content-Type"))
        .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
    assertThat(Json.MAPPER.readTree(answer.body()).get("faults").toString())
        .contains("granularity", "enabled", "colour", "filters.stances", "filters.day");
    assertThat(
            Json.MAPPER
                .readTree(
                    put(
                            "/api/rules/Faulty_Id",
                            RULE.replace("HOSTILE", "ANGRY").replace("\"en\"", "\"de\""),
                            Map.of())
                        .body())
                .get("faults"))
        .hasSize(3);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"names\":                 | 400",
        "[]                          | 400",
        "{\"names\":{},\"names\":{}} | 400",
        "{} {}                       | 400",
        "null                        | 400",
      })
  void refusesWhatIsNoJsonObject(String body, int status) throws Exception {
    assertThat(put("/api/rules/broken", body, Map.of()).statusCode()).isEqualTo(status);
  }

  @Test
  void refusesFormsForeignersAndHugeBodies() throws Exception {
    assertThat(
            send(request("/api/rules/preview")
                    .header("Content-Type", "text/plain")
                    .POST(BodyPublishers.ofString(RULE)))
                .statusCode())
        .isEqualTo(415);
    assertThat(
            put("/api/rules/foreign", RULE, Map.of("Origin", "https://example.org")).statusCode())
        .isEqualTo(403);
    assertThat(
            put("/api/rules/huge", "{\"x\":\"" + "a".repeat(70_000) + "\"}", Map.of()).statusCode())
        .isEqualTo(413);
    assertThat(json("/api/rules").toString()).doesNotContain("foreign", "huge");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/rules/none", "/api/incidents/none", "/api/incidents?unknown=1"})
  void saysWhatIsNotThere(String path) throws Exception {
    assertThat(get(path).statusCode()).isBetween(400, 404);
    assertThat(delete("/api/rules/none").statusCode()).isEqualTo(404);
    assertThat(
            put("/api/incidents/none/verdict", "{\"judgement\":\"FALSE_ALARM\"}", Map.of())
                .statusCode())
        .isEqualTo(404);
    assertThat(delete("/api/subscriptions/none").statusCode()).isEqualTo(404);
  }

  @Test
  void showsAnIncidentWithItsEvidenceAndTakesAVerdict() throws Exception {
    JsonNode listed = find(json("/api/incidents").get("incidents"), SampleAlerts.RISE);
    assertThat(listed.get("state").asText()).isEqualTo("OPEN");
    assertThat(listed.get("observed").asInt()).isEqualTo(20);
    assertThat(json("/api/incidents?rule=other").get("incidents")).isEmpty();

    JsonNode full = json(INCIDENT);
    assertThat(full.get("steps")).hasSize(2);
    assertThat(full.at("/steps/1/explanation/samples").size()).isGreaterThanOrEqualTo(5);
    assertThat(full.at("/deliveries/0/state").asText()).isEqualTo("SENT");
    assertThat(full.at("/deliveries/0").has("subscriptionId")).isFalse();

    String verdict = "{\"judgement\":\"ACKNOWLEDGED\",\"note\":\"" + "worth it" + "\"}";
    assertThat(put(INCIDENT + "/verdict", verdict, Map.of()).statusCode()).isEqualTo(200);
    assertThat(json(INCIDENT).at("/verdict/judgement").asText()).isEqualTo("ACKNOWLEDGED");
    assertThat(json(FILE_RULE).at("/precision/acknowledged").asInt()).isEqualTo(1);
    assertThat(put(INCIDENT + "/verdict", "{\"judgement\":\"MAYBE\"}", Map.of()).statusCode())
        .isEqualTo(422);
    assertThat(delete(INCIDENT + "/verdict").statusCode()).isEqualTo(204);
    assertThat(json(INCIDENT).has("verdict")).isFalse();
    assertThat(audited()).contains("judge incident " + SampleAlerts.RISE);
  }

  @Test
  void pagesThroughIncidentsWithoutLosingThoseThatEndTogether() throws Exception {
    JsonNode first = json("/api/incidents?size=1");
    JsonNode second = json("/api/incidents?size=1&before=" + first.get("next").asText());

    assertThat(first.at("/incidents/0/id").asText()).isEqualTo(SampleAlerts.ESCALATION);
    assertThat(second.at("/incidents/0/id").asText()).isEqualTo(SampleAlerts.RISE);
  }

  @Test
  void subscribesByDoubleOptInAndLeavesByOneClick() throws Exception {
    String address = "advocate@example.org";
    HttpResponse<String> answer =
        post(
            "/api/subscriptions",
            "{\"channel\":\"EMAIL\",\"address\":\""
                + address
                + "\",\"language\":\"ar\",\"rules\":[\""
                + SampleAlerts.RULE
                + "\"],\"quietHours\":{\"from\":\"22:00\",\"to\":\"07:00\"}}");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    JsonNode made = Json.MAPPER.readTree(answer.body());
    String id = made.get("id").asText();
    assertThat(made.get("state").asText()).isEqualTo("PENDING");
    assertThat(made.has("secret")).isFalse();
    assertThat(subscription(id).get("address").asText()).isEqualTo("a•••@example.org");

    String confirm = "confirm?code=" + SampleAlerts.TOKENS.code(Tokens.Purpose.CONFIRM, id);
    String leave = "unsubscribe?code=" + SampleAlerts.TOKENS.code(Tokens.Purpose.UNSUBSCRIBE, id);
    assertThat(get("/subscriptions/" + confirm).statusCode()).isEqualTo(200);
    assertThat(state(id)).isEqualTo("PENDING");
    assertThat(post("/api/subscriptions/confirm?code=" + id + ".wrong", "").statusCode())
        .isEqualTo(404);
    assertThat(
            post("/api/subscriptions/" + leave.replace("unsubscribe", "confirm"), "").statusCode())
        .isEqualTo(404);
    assertThat(post("/api/subscriptions/" + confirm, "").statusCode()).isEqualTo(200);
    assertThat(state(id)).isEqualTo("CONFIRMED");

    assertThat(get("/subscriptions/" + leave).statusCode()).isEqualTo(200);
    assertThat(get("/api/subscriptions/" + leave).statusCode()).isGreaterThanOrEqualTo(400);
    assertThat(state(id)).isEqualTo("CONFIRMED");
    for (int time = 0; time < 2; time++) {
      assertThat(
              send(request("/subscriptions/" + leave)
                      .header("Content-Type", "application/x-www-form-urlencoded")
                      .POST(BodyPublishers.ofString("List-Unsubscribe=One-Click")))
                  .statusCode())
          .isEqualTo(200);
    }
    assertThat(state(id)).isEqualTo("UNSUBSCRIBED");

    assertThat(audited()).contains("subscribe subscription " + id, "confirm subscription " + id);
    assertThat(Files.readString(auditLog))
        .doesNotContain(address, SampleAlerts.TOKENS.issue(Tokens.Purpose.CONFIRM, id));
  }

  @Test
  void tellsAWebHooksSecretOnceAndNoAddressEver() throws Exception {
    String hook =
        "{\"channel\":\"WEBHOOK\",\"address\":\"https://hook.example.org/secret-path\","
            + "\"language\":\"en\"}";
    String id;
    HttpResponse<String> first = post("/api/subscriptions", hook);
    JsonNode made = Json.MAPPER.readTree(first.body());
    id = made.get("id").asText();
    assertThat(made.get("secret").asText())
        .isEqualTo(SampleAlerts.TOKENS.issue(Tokens.Purpose.WEBHOOK, id));
    assertThat(post("/api/subscriptions", hook).body()).contains(id).doesNotContain("secret");

    assertThat(subscription(id).get("address").asText()).isEqualTo("https://hook.example.org/•••");
    for (String path :
        List.of("/api/subscriptions", "/api/rules", "/api/incidents", INCIDENT, "/alerts.atom")) {
      assertThat(get(path).body())
          .doesNotContain("secret-path", made.get("secret").asText(), "advocate@");
    }
    assertThat(delete("/api/subscriptions/" + id).statusCode()).isEqualTo(204);
    assertThat(subscription(id).get("address").asText()).isEmpty();
  }

  @Test
  void listsTheFaultsOfASubscription() throws Exception {
    HttpResponse<String> answer =
        post(
            "/api/subscriptions",
            "{\"channel\":\"EMAIL\",\"address\":\"nowhere\",\"language\":\"de\","
                + "\"rules\":[\"none\"]}");

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(Json.MAPPER.readTree(answer.body()).get("faults")).hasSize(3);
    assertThat(post("/api/subscriptions", "{\"adress\":\"a@example.org\"}").body())
        .contains("adress", "channel");
  }

  @Test
  void saysWhetherAlertingWorks() throws Exception {
    var heartbeats = new AlertIndex(INDEX.connection()).heartbeats();
    assertThat(get("/health/alerts").statusCode()).isEqualTo(200);

    heartbeats.put(Heartbeat.ID, new Heartbeat(Instant.now(), null, List.of("Mail fails.")));
    assertThat(get("/health/alerts").statusCode()).isEqualTo(503);
    assertThat(json("/api/alerts/health").at("/heartbeat/trouble/0").asText())
        .isEqualTo("Mail fails.");
    heartbeats.put(Heartbeat.ID, new Heartbeat(Instant.now().minusSeconds(400), null, List.of()));
    assertThat(get("/health/alerts").body()).contains("SILENT");
    boolean removed = heartbeats.remove(Heartbeat.ID);
    assertThat(removed).isTrue();
    assertThat(get("/health/alerts").body()).contains("NEVER");
    heartbeats.put(Heartbeat.ID, new Heartbeat(Instant.now(), null, List.of()));
  }

  @Test
  void feedsReadersInTheirLanguage() throws Exception {
    HttpResponse<String> feed = get("/alerts.atom?ui=fr&rule=" + SampleAlerts.RULE);

    assertThat(feed.statusCode()).isEqualTo(200);
    assertThat(feed.headers().firstValue("Content-Type"))
        .hasValueSatisfying(type -> assertThat(type).startsWith("application/atom+xml"));
    assertThat(feed.body())
        .contains("xml:lang=\"fr\"", "Commentaires hostiles", "/alerts/" + SampleAlerts.RISE)
        .doesNotContain(SampleAlerts.ESCALATION);
  }

  @Test
  void namesPlacesInEveryLanguage() throws Exception {
    JsonNode casablanca = json("/api/names").at("/places/casablanca");

    assertThat(casablanca.get("fr").asText()).isEqualTo("Casablanca");
    assertThat(casablanca.get("ar").asText()).isNotBlank().isNotEqualTo("casablanca");
  }

  private static JsonNode find(JsonNode list, String id) {
    for (JsonNode one : list) {
      if (one.get("id").asText().equals(id)) {
        return one;
      }
    }
    throw new AssertionError("no " + id + " in " + list);
  }

  private static JsonNode subscription(String id) throws Exception {
    return find(json("/api/subscriptions").get("subscriptions"), id);
  }

  private static String state(String id) throws Exception {
    return subscription(id).get("state").asText();
  }

  /** The audit log's lines, such as "mute rule own". */
  private static List<String> audited() throws IOException {
    Pattern line = Pattern.compile("\"action\":\"(.*?)\",\"(.*?)\":\"(.*?)\"");
    return Files.readAllLines(auditLog).stream()
        .map(
            text -> {
              Matcher matcher = line.matcher(text);
              return matcher.find()
                  ? matcher.group(1) + " " + matcher.group(2) + " " + matcher.group(3)
                  : text;
            })
        .toList();
  }

  private static JsonNode json(String path) throws Exception {
    HttpResponse<String> answer = get(path);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return Json.MAPPER.readTree(answer.body());
  }

  private static HttpResponse<String> get(String path) throws Exception {
    return send(request(path));
  }

  private static HttpResponse<String> post(String path, String body) throws Exception {
    return send(
        request(path)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body)));
  }

  private static HttpResponse<String> put(String path, String body, Map<String, String> headers)
      throws Exception {
    HttpRequest.Builder request =
        request(path).header("Content-Type", "application/json").PUT(BodyPublishers.ofString(body));
    headers.forEach(request::header);
    return send(request);
  }

  private static HttpResponse<String> delete(String path) throws Exception {
    return send(request(path).DELETE());
  }

  private static HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(server.address().resolve(path));
  }

  private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return CLIENT.send(request.build(), BodyHandlers.ofString());
  }
}
