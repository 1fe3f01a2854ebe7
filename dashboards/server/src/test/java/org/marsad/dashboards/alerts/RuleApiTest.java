// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.dashboards.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.marsad.dashboards.samples.SampleAlerts;
import org.marsad.dashboards.samples.SampleApi;
import org.marsad.dashboards.samples.SampleServer;
import org.marsad.model.Json;

/** Rules by HTTP, asked for rightly and wrongly. */
class RuleApiTest {
  @RegisterExtension static final SampleServer SERVER = SampleServer.own();

  @Test
  void makesChangesMutesAndDeletesARule() throws Exception {
    assertThat(
            SERVER
                .api()
                .put("/api/rules/own", SampleApi.RULE_BODY, Map.of("If-None-Match", "*"))
                .statusCode())
        .isEqualTo(201);
    assertThat(
            SERVER
                .api()
                .put("/api/rules/own", SampleApi.RULE_BODY, Map.of("If-None-Match", "*"))
                .statusCode())
        .isEqualTo(412);
    Instant until = Instant.parse("2199-01-01T00:00:00Z");
    assertThat(
            SERVER
                .api()
                .put("/api/rules/own/mute", "{\"until\":\"" + until + "\"}", Map.of())
                .statusCode())
        .isEqualTo(200);
    assertThat(
            SERVER
                .api()
                .put("/api/rules/own", SampleApi.RULE_BODY.replace("DAY", "HOUR"), Map.of())
                .statusCode())
        .isEqualTo(200);

    JsonNode rule = SERVER.api().json("/api/rules/own");
    assertThat(rule.get("granularity").asText()).isEqualTo("HOUR");
    assertThat(rule.get("origin").asText()).isEqualTo("USER");
    assertThat(rule.get("mutedUntil").asText()).isEqualTo(until.toString());

    String version = rule.get("version").asText();
    assertThat(SERVER.api().put("/api/rules/own/mute", "{\"until\":null}", Map.of()).body())
        .doesNotContain("mutedUntil");
    assertThat(
            SERVER
                .api()
                .put("/api/rules/own", SampleApi.RULE_BODY, Map.of("If-Match", version))
                .statusCode())
        .as("somebody has changed it meanwhile")
        .isEqualTo(412);
    for (String wrong : List.of("+12000-01-01T00:00:00Z", "", " ")) {
      assertThat(
              SERVER
                  .api()
                  .put("/api/rules/own/mute", "{\"until\":\"" + wrong + "\"}", Map.of())
                  .statusCode())
          .as("a rule must not speak again because of '%s'", wrong)
          .isEqualTo(422);
    }
    assertThat(SERVER.api().get("/api/incidents?before=%2B900000000-01-01T00:00:00Z").statusCode())
        .isEqualTo(400);
    assertThat(SERVER.api().delete("/api/rules/own").statusCode()).isEqualTo(204);
    assertThat(SERVER.api().get("/api/rules/own").statusCode()).isEqualTo(404);
    assertThat(SERVER.api().audited())
        .contains("create rule own", "mute rule own", "change rule own", "delete rule own");
  }

  @Test
  void tellsHowARuleDoesAndLeavesTheFilesRulesAlone() throws Exception {
    JsonNode rule = SampleApi.find(SERVER.api().json("/api/rules").get("rules"), SampleAlerts.RULE);

    assertThat(rule.at("/filters/stances/0").asText()).isEqualTo("HOSTILE");
    assertThat(rule.at("/lastDecision/outcome").asText()).isEqualTo("CALM");
    HttpResponse<String> refused =
        SERVER.api().put(SampleApi.FILE_RULE, SampleApi.RULE_BODY, Map.of());
    assertThat(refused.statusCode()).isEqualTo(409);
    assertThat(refused.body()).contains("file of rules");
    assertThat(SERVER.api().delete(SampleApi.FILE_RULE).statusCode()).isEqualTo(409);
    assertThat(
            SERVER
                .api()
                .put(SampleApi.FILE_RULE + "/mute", "{\"until\":null}", Map.of())
                .statusCode())
        .isEqualTo(200);
  }

  @Test
  void pagesThroughTheDecisionLog() throws Exception {
    JsonNode first = SERVER.api().json(SampleApi.FILE_RULE + "/decisions?size=20");
    JsonNode second =
        SERVER
            .api()
            .json(SampleApi.FILE_RULE + "/decisions?size=20&before=" + first.get("next").asText());

    assertThat(first.get("decisions")).hasSize(20);
    assertThat(second.get("decisions")).hasSize(10);
    assertThat(second.get("next")).isNull();
    assertThat(second.at("/decisions/0/bucket").asText())
        .isLessThan(first.at("/decisions/19/bucket").asText());
  }

  @Test
  void showsWhatARuleWouldHaveDone() throws Exception {
    HttpResponse<String> answer = SERVER.api().post("/api/rules/preview", SampleApi.RULE_BODY);

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    JsonNode result = Json.MAPPER.readTree(answer.body());
    assertThat(result.get("series").size()).isGreaterThan(300);
    assertThat(result.get("incidents")).isNotEmpty();
    assertThat(SERVER.api().json("/api/rules").toString()).doesNotContain("\"preview\"");
  }

  @Test
  void tellsAllFaultsOfARuleAtOnce() throws Exception {
    HttpResponse<String> answer =
        SERVER
            .api()
            .put(
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
                    SERVER
                        .api()
                        .put(
                            "/api/rules/Faulty_Id",
                            SampleApi.RULE_BODY
                                .replace("HOSTILE", "ANGRY")
                                .replace("\"en\"", "\"de\""),
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
    assertThat(SERVER.api().put("/api/rules/broken", body, Map.of()).statusCode())
        .isEqualTo(status);
  }

  @Test
  void refusesFormsForeignersAndHugeBodies() throws Exception {
    assertThat(
            SERVER
                .api()
                .send(
                    SERVER
                        .api()
                        .request("/api/rules/preview")
                        .header("Content-Type", "text/plain")
                        .POST(BodyPublishers.ofString(SampleApi.RULE_BODY)))
                .statusCode())
        .isEqualTo(415);
    assertThat(
            SERVER
                .api()
                .put(
                    "/api/rules/foreign",
                    SampleApi.RULE_BODY,
                    Map.of("Origin", "https://example.org"))
                .statusCode())
        .isEqualTo(403);
    assertThat(
            SERVER
                .api()
                .put("/api/rules/huge", "{\"x\":\"" + "a".repeat(70_000) + "\"}", Map.of())
                .statusCode())
        .isEqualTo(413);
    assertThat(SERVER.api().json("/api/rules").toString()).doesNotContain("foreign", "huge");
  }
}
