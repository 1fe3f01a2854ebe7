// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.dashboards.trends;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.marsad.model.Json;

class TrendApiTest {
  @RegisterExtension static final TrendServer SERVER = new TrendServer();

  private static final String COMPARED =
      "?" + HalfYear.RANGE + "&compare=place&with=casablanca&with=tangier";

  private static JsonNode json(String path) throws Exception {
    HttpResponse<String> answer = SERVER.get(path);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return Json.MAPPER.readTree(answer.body());
  }

  @Test
  void comparesTwoCitiesWithTheUncertaintyOfTheDifference() throws Exception {
    JsonNode found = json("/api/trends" + COMPARED + "&stories=true");

    JsonNode casablanca = found.at("/series/0");
    assertThat(casablanca.get("value").asText()).isEqualTo("casablanca");
    assertThat(casablanca.get("periods")).hasSize(26);
    assertThat(casablanca.at("/periods/0/captured").asLong()).isEqualTo(40);
    assertThat(casablanca.at("/periods/0/relevant").asLong()).isEqualTo(20);
    assertThat(casablanca.at("/periods/0/hostile").asLong()).isEqualTo(2);
    assertThat(casablanca.at("/periods/0/stories").asLong()).isEqualTo(20);
    assertThat(casablanca.at("/share/called").asDouble()).isCloseTo(0.1, within(1e-9));
    // (0.1 - 0.05) / (0.8 - 0.05)
    assertThat(casablanca.at("/share/corrected").asDouble()).isCloseTo(1 / 15.0, within(1e-9));
    assertThat(casablanca.at("/share/low").asDouble()).isLessThan(1 / 15.0);
    // 116 of 520 are called hostile, 64 more than in Casablanca.
    JsonNode pair = found.at("/differences/0");
    assertThat(pair.get("difference").asDouble()).isCloseTo(-64 / 520.0 / 0.75, within(1e-9));
    assertThat(pair.get("tells").asBoolean()).isTrue();
    assertThat(pair.get("high").asDouble()).isNegative();
  }

  @Test
  void saysWhyAShareIsNotKnown() throws Exception {
    String share = "/series/0/share/unknown";
    assertThat(json("/api/trends?" + HalfYear.RANGE + "&place=atlantis").at(share).asText())
        .isEqualTo("NO_DOCUMENTS");
    assertThat(json("/api/trends?" + HalfYear.RANGE + "&stance=HOSTILE").at(share).asText())
        .isEqualTo("CHOSEN");
    JsonNode empty = json("/api/trends?from=2025-01-01&to=2025-01-31").at("/series/0/periods/0");
    assertThat(empty.get("captured").asLong()).isZero();
    assertThat(empty.at("/share/corrected").isMissingNode()).isTrue();
  }

  @Test
  void explainsARiseInPartsThatSumToIt() throws Exception {
    JsonNode found = json("/api/explain?place=tangier&" + HalfYear.CHANGE);

    assertThat(found.get("perDay").asDouble()).isCloseTo(12 / 7.0, within(1e-9));
    assertThat(found.at("/effects/volume").asDouble()).isCloseTo(0, within(1e-9));
    assertThat(found.at("/effects/share").asDouble()).isCloseTo(12 / 7.0, within(1e-9));
    int sums = 0;
    for (JsonNode dimension : found.get("dimensions")) {
      if (dimension.get("overlapping").asBoolean()) {
        continue;
      }
      double sum = dimension.get("rest").asDouble();
      for (JsonNode part : dimension.get("parts")) {
        sum += part.at("/effects/volume").asDouble() + part.at("/effects/share").asDouble();
      }
      assertThat(sum).isCloseTo(12 / 7.0, within(1e-9));
      sums++;
    }
    assertThat(sums).isEqualTo(3);
    assertThat(found.at("/dimensions/0/parts/0/value").asText()).isEqualTo("outlet-b");
    assertThat(found.get("terms").findValuesAsText("term")).contains("rumeur");
    assertThat(found.at("/spread/looked").asInt()).isEqualTo(16);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/trends?compare=place&with=casablanca",
        "/api/trends?with=casablanca&with=tangier",
        "/api/trends?compare=author&with=a&with=b",
        "/api/trends?compare=frame&with=CRIME&with=nonsense",
        "/api/trends?compare=place&with=a&with=b&with=c&with=d&with=e",
        "/api/trends?from=2020-01-01&to=2026-01-01&interval=day",
        "/api/trends?from=1900-01-01&to=2199-12-31&interval=month",
        "/api/explain",
        "/api/explain?beforeFrom=2026-02-01&beforeTo=2026-01-01"
            + "&afterFrom=2026-03-01&afterTo=2026-03-02",
        "/api/explain?beforeFrom=2026-01-01&beforeTo=2026-03-01"
            + "&afterFrom=2026-02-01&afterTo=2026-04-01"
      })
  void refusesWhatCannotBeTold(String path) throws Exception {
    HttpResponse<String> answer = SERVER.get(path);

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
    assertThat(Json.MAPPER.readTree(answer.body()).get("detail").asText()).isNotBlank();
  }

  @Test
  void writesTheTableWithoutFormulas() throws Exception {
    String table =
        SERVER
            .get(
                "/api/trends.csv?" + HalfYear.RANGE + "&compare=query&with=migrants&with=%3Drumeur")
            .body();

    assertThat(table.lines().skip(1).findFirst().orElseThrow())
        .startsWith("migrants,2026-01-05,40,2,0,40,6,0,0,34,,,false,0.15,0.13333");
    assertThat(table).contains("\r\n'=rumeur,2026-01-05,");
  }

  @Test
  void keepsEventsUntilTheyAreRemoved() throws Exception {
    HttpResponse<String> made =
        SERVER.post("/api/events", "{\"day\":\"2026-04-06\",\"titles\":{\"en\":\"A rumour\"}}");
    assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
    String id = Json.MAPPER.readTree(made.body()).get("id").asText();

    assertThat(json("/api/events").at("/events/0/titles/en").asText()).isEqualTo("A rumour");
    assertThat(SERVER.delete("/api/events/" + id).statusCode()).isEqualTo(204);
    assertThat(SERVER.delete("/api/events/" + id).statusCode()).isEqualTo(404);
    assertThat(
            SERVER
                .post(
                    "/api/events",
                    "{\"day\":\"soon\",\"titles\":{},\"link\":\"javascript:alert(1)\"}")
                .body())
        .contains("day", "titles", "link");
  }
}
