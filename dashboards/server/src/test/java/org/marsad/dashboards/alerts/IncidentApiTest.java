// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.dashboards.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.marsad.alerts.dispatch.Heartbeat;
import org.marsad.dashboards.samples.SampleAlerts;
import org.marsad.dashboards.samples.SampleApi;
import org.marsad.dashboards.samples.SampleServer;
import org.marsad.index.alerts.AlertIndex;

/** Incidents by HTTP: their evidence, verdicts, feed, and how alerting itself is doing. */
class IncidentApiTest {
  @RegisterExtension static final SampleServer SERVER = SampleServer.own();

  @Test
  void saysWhatIsNotThere() throws Exception {
    assertThat(SERVER.api().get("/api/incidents?unknown=1").statusCode()).isEqualTo(400);
    for (String path : List.of("/api/rules/none", "/api/incidents/none")) {
      assertThat(SERVER.api().get(path).statusCode()).as(path).isEqualTo(404);
    }
    assertThat(SERVER.api().delete("/api/rules/none").statusCode()).isEqualTo(404);
    assertThat(
            SERVER
                .api()
                .put("/api/incidents/none/verdict", "{\"judgement\":\"FALSE_ALARM\"}", Map.of())
                .statusCode())
        .isEqualTo(404);
    assertThat(SERVER.api().delete("/api/subscriptions/none").statusCode()).isEqualTo(404);
  }

  @Test
  void showsAnIncidentWithItsEvidenceAndTakesAVerdict() throws Exception {
    JsonNode listed =
        SampleApi.find(SERVER.api().json("/api/incidents").get("incidents"), SampleAlerts.RISE);
    assertThat(listed.get("state").asText()).isEqualTo("OPEN");
    assertThat(listed.get("observed").asInt()).isEqualTo(20);
    assertThat(SERVER.api().json("/api/incidents?rule=other").get("incidents")).isEmpty();

    JsonNode full = SERVER.api().json(SampleApi.INCIDENT);
    assertThat(full.get("steps")).hasSize(2);
    assertThat(full.at("/steps/1/explanation/samples").size()).isGreaterThanOrEqualTo(5);
    assertThat(full.at("/deliveries/0/state").asText()).isEqualTo("SENT");
    assertThat(full.at("/deliveries/0").has("subscriptionId")).isFalse();

    String verdict = "{\"judgement\":\"ACKNOWLEDGED\",\"note\":\"" + "worth it" + "\"}";
    assertThat(SERVER.api().put(SampleApi.INCIDENT + "/verdict", verdict, Map.of()).statusCode())
        .isEqualTo(200);
    JsonNode judged = SERVER.api().json(SampleApi.INCIDENT);
    assertThat(judged.at("/verdict/judgement").asText()).isEqualTo("ACKNOWLEDGED");
    assertThat(judged.at("/verdict/by").asText()).isEqualTo("local");
    assertThat(judged.has("judgedBy")).isFalse();
    assertThat(SERVER.api().json(SampleApi.FILE_RULE).at("/precision/acknowledged").asInt())
        .isEqualTo(1);
    assertThat(
            SERVER
                .api()
                .put(SampleApi.INCIDENT + "/verdict", "{\"judgement\":\"MAYBE\"}", Map.of())
                .statusCode())
        .isEqualTo(422);
    assertThat(SERVER.api().delete(SampleApi.INCIDENT + "/verdict").statusCode()).isEqualTo(204);
    assertThat(SERVER.api().json(SampleApi.INCIDENT).has("verdict")).isFalse();
    assertThat(SERVER.api().audited()).contains("judge incident " + SampleAlerts.RISE);
  }

  @Test
  void pagesThroughIncidentsWithoutLosingThoseThatEndTogether() throws Exception {
    JsonNode first = SERVER.api().json("/api/incidents?size=1");
    JsonNode second =
        SERVER.api().json("/api/incidents?size=1&before=" + first.get("next").asText());

    assertThat(first.at("/incidents/0/id").asText()).isEqualTo(SampleAlerts.ESCALATION);
    assertThat(second.at("/incidents/0/id").asText()).isEqualTo(SampleAlerts.RISE);
  }

  @Test
  void saysWhetherAlertingWorks() throws Exception {
    var heartbeats = new AlertIndex(SERVER.index().connection()).heartbeats();
    assertThat(SERVER.api().get("/health/alerts").statusCode()).isEqualTo(200);

    heartbeats.put(Heartbeat.ID, new Heartbeat(Instant.now(), null, List.of("Mail fails.")));
    assertThat(SERVER.api().get("/health/alerts").statusCode()).isEqualTo(503);
    assertThat(SERVER.api().json("/api/alerts/health").at("/heartbeat/trouble/0").asText())
        .isEqualTo("Mail fails.");
    heartbeats.put(Heartbeat.ID, new Heartbeat(Instant.now().minusSeconds(400), null, List.of()));
    assertThat(SERVER.api().get("/health/alerts").body()).contains("SILENT");
    boolean removed = heartbeats.remove(Heartbeat.ID);
    assertThat(removed).isTrue();
    assertThat(SERVER.api().get("/health/alerts").body()).contains("NEVER");
    heartbeats.put(Heartbeat.ID, new Heartbeat(Instant.now(), null, List.of()));
  }

  @Test
  void feedsReadersInTheirLanguage() throws Exception {
    HttpResponse<String> feed = SERVER.api().get("/alerts.atom?ui=fr&rule=" + SampleAlerts.RULE);

    assertThat(feed.statusCode()).isEqualTo(200);
    assertThat(feed.headers().firstValue("Content-Type"))
        .hasValueSatisfying(type -> assertThat(type).startsWith("application/atom+xml"));
    assertThat(feed.body())
        .contains("xml:lang=\"fr\"", "Commentaires hostiles", "/alerts/" + SampleAlerts.RISE)
        .doesNotContain(SampleAlerts.ESCALATION);
  }

  @Test
  void namesPlacesInEveryLanguage() throws Exception {
    JsonNode casablanca = SERVER.api().json("/api/names").at("/places/casablanca");

    assertThat(casablanca.get("fr").asText()).isEqualTo("Casablanca");
    assertThat(casablanca.get("ar").asText()).isNotBlank().isNotEqualTo("casablanca");
  }
}
