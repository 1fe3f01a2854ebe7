// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.dashboards.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.marsad.alerts.subscription.Tokens;
import org.marsad.dashboards.samples.SampleAlerts;
import org.marsad.dashboards.samples.SampleApi;
import org.marsad.dashboards.samples.SampleServer;
import org.marsad.model.Json;

/** Subscriptions by HTTP: nobody is told without wanting it, and no address is told to anybody. */
class SubscriptionApiTest {
  @RegisterExtension static final SampleServer SERVER = SampleServer.own();

  @Test
  void subscribesByDoubleOptInAndLeavesByOneClick() throws Exception {
    String address = "advocate@example.org";
    HttpResponse<String> answer =
        SERVER
            .api()
            .post(
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
    assertThat(SERVER.api().get("/subscriptions/" + confirm).statusCode()).isEqualTo(200);
    assertThat(state(id)).isEqualTo("PENDING");
    assertThat(
            SERVER.api().post("/api/subscriptions/confirm?code=" + id + ".wrong", "").statusCode())
        .isEqualTo(404);
    assertThat(
            SERVER
                .api()
                .post("/api/subscriptions/" + leave.replace("unsubscribe", "confirm"), "")
                .statusCode())
        .isEqualTo(404);
    assertThat(SERVER.api().post("/api/subscriptions/" + confirm, "").statusCode()).isEqualTo(200);
    assertThat(state(id)).isEqualTo("CONFIRMED");

    assertThat(SERVER.api().get("/subscriptions/" + leave).statusCode()).isEqualTo(200);
    assertThat(SERVER.api().get("/api/subscriptions/" + leave).statusCode())
        .isGreaterThanOrEqualTo(400);
    assertThat(state(id)).isEqualTo("CONFIRMED");
    for (int time = 0; time < 2; time++) {
      assertThat(
              SERVER
                  .api()
                  .send(
                      SERVER
                          .api()
                          .request("/subscriptions/" + leave)
                          .header("Content-Type", "application/x-www-form-urlencoded")
                          .POST(BodyPublishers.ofString("List-Unsubscribe=One-Click")))
                  .statusCode())
          .isEqualTo(200);
    }
    assertThat(state(id)).isEqualTo("UNSUBSCRIBED");

    assertThat(SERVER.api().audited())
        .contains("subscribe subscription " + id, "confirm subscription " + id);
    assertThat(Files.readString(SERVER.api().auditLog()))
        .doesNotContain(address, SampleAlerts.TOKENS.issue(Tokens.Purpose.CONFIRM, id));
  }

  @Test
  void tellsAWebHooksSecretOnceAndNoAddressEver() throws Exception {
    String hook =
        "{\"channel\":\"WEBHOOK\",\"address\":\"https://hook.example.org/secret-path\","
            + "\"language\":\"en\"}";
    String id;
    HttpResponse<String> first = SERVER.api().post("/api/subscriptions", hook);
    JsonNode made = Json.MAPPER.readTree(first.body());
    id = made.get("id").asText();
    assertThat(made.get("secret").asText())
        .isEqualTo(SampleAlerts.TOKENS.issue(Tokens.Purpose.WEBHOOK, id));
    assertThat(SERVER.api().post("/api/subscriptions", hook).body())
        .contains(id)
        .doesNotContain("secret");

    assertThat(subscription(id).get("address").asText()).isEqualTo("https://hook.example.org/•••");
    for (String path :
        List.of(
            "/api/subscriptions",
            "/api/rules",
            "/api/incidents",
            SampleApi.INCIDENT,
            "/alerts.atom")) {
      assertThat(SERVER.api().get(path).body())
          .doesNotContain("secret-path", made.get("secret").asText(), "advocate@");
    }
    assertThat(SERVER.api().delete("/api/subscriptions/" + id).statusCode()).isEqualTo(204);
    assertThat(subscription(id).get("address").asText()).isEmpty();
  }

  @Test
  void listsTheFaultsOfASubscription() throws Exception {
    HttpResponse<String> answer =
        SERVER
            .api()
            .post(
                "/api/subscriptions",
                "{\"channel\":\"EMAIL\",\"address\":\"nowhere\",\"language\":\"de\","
                    + "\"rules\":[\"none\"]}");

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(Json.MAPPER.readTree(answer.body()).get("faults")).hasSize(3);
    assertThat(SERVER.api().post("/api/subscriptions", "{\"adress\":\"a@example.org\"}").body())
        .contains("adress", "channel");
  }

  private static JsonNode subscription(String id) throws Exception {
    return SampleApi.find(SERVER.api().json("/api/subscriptions").get("subscriptions"), id);
  }

  private static String state(String id) throws Exception {
    return subscription(id).get("state").asText();
  }
}
