// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.dashboards.search;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.marsad.dashboards.samples.SampleServer;
import org.marsad.model.Json;

class SavedSearchApiTest {
  @RegisterExtension static final SampleServer SERVER = new SampleServer();

  @Test
  void keepsListsReplacesAndForgets() throws Exception {
    String body = "{\"name\":\"Border\",\"parameters\":\"q=%s&synonyms=true&ui=ar&x=1\"}";
    HttpResponse<String> saved = SERVER.api().post("/api/searches", body.formatted("tanger"));
    String id = Json.MAPPER.readTree(saved.body()).get("id").asText();
    assertThat(saved.statusCode()).isEqualTo(201);
    SERVER.api().post("/api/searches", body.formatted("%D8%B7 %2B1"));

    JsonNode all = SERVER.api().json("/api/searches").get("searches");
    assertThat(all).hasSize(1);
    assertThat(all.get(0).get("parameters").asText()).isEqualTo("q=%D8%B7+%2B1&synonyms=true");
    assertThat(SERVER.api().audited()).contains("create search " + id);

    assertThat(SERVER.api().delete("/api/searches/" + id).statusCode()).isEqualTo(204);
    assertThat(SERVER.api().delete("/api/searches/" + id).statusCode()).isEqualTo(404);
    assertThat(SERVER.api().json("/api/searches").get("searches")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"name\":\" \",\"parameters\":\"q=a\"}",
        "{\"name\":\"a\",\"parameters\":\"x=a\"}",
        "{\"name\":\"a\",\"parameters\":\"q=%zz\"}",
        "{\"name\":\"a\",\"parameters\":\"q=a\",\"more\":1}"
      })
  void refusesWhatIsNoSearch(String body) throws Exception {
    assertThat(SERVER.api().post("/api/searches", body).statusCode()).isEqualTo(422);
  }
}
