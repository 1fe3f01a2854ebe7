// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.dashboards.openapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.marsad.dashboards.samples.DeclaredAnswers;
import org.marsad.dashboards.samples.SampleServer;

/** What the API says of itself; whether it is true, every test finds out that asks the API. */
class OpenApiTest {
  private static final String SEARCH = "/paths/~1api~1search/get";

  @RegisterExtension static final SampleServer SERVER = new SampleServer();

  @Test
  void saysWhatAParameterMayBe() throws Exception {
    JsonNode operation = SERVER.api().description().at(SEARCH);

    assertThat(operation.get("x-access").asText()).isEqualTo("READ");
    JsonNode stance = parameter(operation, "stance");
    assertThat(stance.at("/schema/items/enum").toString()).contains("HOSTILE", "COUNTER_SPEECH");
    JsonNode size = parameter(operation, "size");
    assertThat(size.at("/schema/maximum").asInt()).isEqualTo(100);
    assertThat(size.at("/schema/default").asInt()).isEqualTo(20);
  }

  @Test
  void saysWhatCostsMuchAndWhenToAskAgain() throws Exception {
    JsonNode description = SERVER.api().description();

    for (String path : List.of("search", "facets", "trends", "explain", "places", "stories")) {
      assertThat(description.at("/paths/~1api~1" + path + "/get/x-cost").asInt())
          .as(path)
          .isGreaterThan(1);
    }
    assertThat(description.at("/paths/~1api~1export.csv/get/x-cost").asInt()).isEqualTo(60);
    String later = description.at(SEARCH + "/responses/429/$ref").asText().substring(1);
    assertThat(description.at(later + "/headers/Retry-After/required").asBoolean()).isTrue();
  }

  @Test
  void saysWhatMayBeAbsent() throws Exception {
    JsonNode page = SERVER.api().description().at("/components/schemas/SearchApi.Page");

    assertThat(page.get("required").toString()).contains("total", "hits").doesNotContain("next");
    assertThat(page.get("additionalProperties").asBoolean(true)).isFalse();
  }

  @Test
  void refersOnlyToWhatItHas() throws Exception {
    JsonNode description = SERVER.api().description();

    assertThat(description.get("openapi").asText()).startsWith("3.1");
    assertThat(description.findValuesAsText("$ref"))
        .isNotEmpty()
        .allMatch(name -> !description.at(name.substring(1)).isMissingNode());
    assertThat(description.at("/components/schemas").fieldNames())
        .toIterable()
        .allMatch(name -> name.matches("[A-Za-z0-9._-]+"));
  }

  @Test
  void isHeldAgainstEveryAnswer() throws Exception {
    HttpResponse<String> answer = SERVER.api().get("/api/search");
    ObjectNode otherwise = (ObjectNode) SERVER.api().description();
    ((ObjectNode) otherwise.at("/components/schemas/SearchApi.Page/properties")).remove("hits");
    ObjectNode without = (ObjectNode) SERVER.api().description();
    ((ObjectNode) without.at(SEARCH + "/responses")).remove("200");

    assertThatThrownBy(() -> new DeclaredAnswers(otherwise).check(answer))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("hits");
    assertThatThrownBy(() -> new DeclaredAnswers(without).check(answer))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("not declared");
  }

  private static JsonNode parameter(JsonNode operation, String name) {
    for (JsonNode one : operation.get("parameters")) {
      if (one.get("name").asText().equals(name)) {
        return one;
      }
    }
    throw new AssertionError("no " + name);
  }
}
