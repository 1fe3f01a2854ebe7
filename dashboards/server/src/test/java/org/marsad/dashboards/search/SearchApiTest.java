// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.dashboards.search;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.marsad.dashboards.http.PageToken;
import org.marsad.dashboards.samples.SampleDocuments;
import org.marsad.dashboards.samples.SampleServer;

/** Finding and counting documents. */
class SearchApiTest {
  @RegisterExtension static final SampleServer SERVER = new SampleServer();

  @Test
  void marksWhatMatchesAndWhatTheJudgementRestsOn() throws Exception {
    JsonNode hit = SERVER.api().json("/api/search?q=festival").at("/hits/0");

    assertThat(hit.at("/document/id").asText()).isEqualTo(SampleDocuments.MASKED_ID);
    JsonNode passage = hit.at("/passages/0");
    Set<String> marked = new HashSet<>();
    for (JsonNode mark : passage.get("marks")) {
      String words =
          passage
              .get("text")
              .asText()
              .substring(mark.get("start").asInt(), mark.get("end").asInt());
      marked.add(mark.get("kind").asText() + " " + words);
    }
    assertThat(marked).contains("QUERY festival");
    assertThat(passage.get("text").asText()).doesNotContain("\uE000", "\uE001");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/search?q=zarfling",
        "/api/search?stance=HOSTILE&sort=newest",
        "/api/documents/masked"
      })
  void masksSlursWhateverIsAsked(String path) throws Exception {
    String answer = SERVER.api().get(path).body().toLowerCase(Locale.ROOT);

    assertThat(answer).contains("z•••••••").doesNotContain(SampleDocuments.SLUR);
  }

  @Test
  void leavesUndatedDocumentsOutOfTheTrend() throws Exception {
    // One person wrote it, so that it is not counted.
    assertThat(SERVER.api().json("/api/trend").has("undated")).isFalse();
    assertThat(SERVER.api().json("/api/trend?source=import").get("days")).isEmpty();
    assertThat(SERVER.api().json("/api/search?source=import").get("total").asInt()).isEqualTo(1);
  }

  @Test
  void answersAnOverlongTrendWithWhatThereIs() throws Exception {
    assertThat(SERVER.api().json("/api/trend?from=1900-01-01&to=2100-01-01").get("days"))
        .hasSizeBetween(50, 62);
  }

  @Test
  void refusesATokenOfAnotherOrder() throws Exception {
    String token = PageToken.encode(List.of("x", "y", "z"));

    assertThat(SERVER.api().get("/api/search?after=" + token).statusCode()).isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(strings = {"newest", "oldest", "best", "hostility"})
  void pagesThroughEveryDocumentOnce(String sort) throws Exception {
    Set<String> ids = new HashSet<>();
    int read = 0;
    String path = "/api/search?size=50&sort=" + sort;
    JsonNode page = SERVER.api().json(path);
    while (true) {
      for (JsonNode hit : page.get("hits")) {
        ids.add(hit.at("/document/id").asText());
        read++;
      }
      if (!page.has("next")) {
        break;
      }
      page = SERVER.api().json(path + "&after=" + page.get("next").asText());
    }

    assertThat(read).isEqualTo(page.get("total").asInt()).isEqualTo(ids.size());
  }

  @Test
  void tellsNothingWhereNothingWasCaptured() throws Exception {
    int gaps = 0;
    for (JsonNode day : SERVER.api().json("/api/trend?q=festival&stance=HOSTILE").get("days")) {
      boolean withheld = day.get("withheld").toString().contains("hostile");
      assertThat(day.has("hostile") || withheld).isEqualTo(isCaptured(day));
      gaps += isCaptured(day) ? 0 : 1;
    }
    for (JsonNode day : SERVER.api().json("/api/trend").get("days")) {
      gaps += isCaptured(day) ? 0 : 1;
    }
    assertThat(gaps).isGreaterThanOrEqualTo(3);
  }

  private static boolean isCaptured(JsonNode day) {
    return day.path("captured").asLong() > 0 || !day.get("withheld").isEmpty();
  }

  @Test
  void countsAFacetWithoutTheChoiceMadeInIt() throws Exception {
    JsonNode facets = SERVER.api().json("/api/facets?stance=HOSTILE");

    assertThat(facets.get("stance").findValuesAsText("value")).contains("HOSTILE", "SUPPORTIVE");
    assertThat(facets.get("language").findValuesAsText("value")).doesNotContain("arb");
  }

  @Test
  void countsACopyAndItsOriginalAsOneStory() throws Exception {
    String told = "?stance=REPORT_ON_HOSTILITY";
    JsonNode found = SERVER.api().json("/api/search" + told);

    assertThat(SERVER.api().json("/api/facets" + told).get("stories").asLong())
        .isPositive()
        .isLessThan(found.get("total").asLong());
  }

  @Test
  void tellsHowTheQueryWasUnderstood() throws Exception {
    JsonNode page = SERVER.api().json("/api/search?synonyms=true&q=3azzi+%22tanger");

    assertThat(page.at("/reading/repairs").toString()).isEqualTo("[\"UNCLOSED_QUOTE\"]");
    assertThat(page.at("/reading/expansions/0/term").asText()).startsWith("3•");
    assertThat(page.at("/reading/expansions").toString()).doesNotContain("azzi", "عزي");
    assertThat(SERVER.api().json("/api/search?q=migrants").at("/reading/expansions")).isEmpty();
    assertThat(SERVER.api().get("/api/synonyms").body())
        .contains("mouhajirin", "مهاجرين", "migrants")
        .doesNotContain("azzi");
  }

  @Test
  void findsAcrossScriptsWhereTheSwitchIsOn() throws Exception {
    String query = "/api/search?q=%D9%85%D9%87%D8%A7%D8%AC%D8%B1%D9%8A%D9%86";
    long literal = SERVER.api().json(query).get("total").asLong();

    assertThat(SERVER.api().json(query + "&synonyms=true").get("total").asLong())
        .isGreaterThan(literal);
  }

  @Test
  void foldsCopiesIntoStories() throws Exception {
    String told = "/api/search?stance=REPORT_ON_HOSTILITY&size=100";
    JsonNode folded = SERVER.api().json(told + "&fold=true");

    assertThat(folded.get("total").asLong())
        .isEqualTo(folded.get("hits").size())
        .isLessThan(SERVER.api().json(told).get("total").asLong());
    assertThat(folded.get("hits").findValues("copies")).isNotEmpty();
    JsonNode reach = SERVER.api().json("/api/search?sort=reach&size=1");
    assertThat(reach.get("folded").asBoolean()).isTrue();
    assertThat(
            SERVER.api().json("/api/search?sort=reach&size=1&after=" + reach.get("next").asText()))
        .isNotEqualTo(reach);
    assertThat(
            SERVER
                .api()
                .get("/api/search?sort=reach&after=" + PageToken.encode(List.of("-1")))
                .statusCode())
        .isEqualTo(400);
  }

  @Test
  void refusesWhatCostsTooMuch() throws Exception {
    String words = "migrants+".repeat(21);

    assertThat(SERVER.api().get("/api/search?q=" + words).statusCode()).isEqualTo(200);
    assertThat(SERVER.api().get("/api/search?synonyms=true&q=" + words).statusCode())
        .isEqualTo(400);
    assertThat(
            SERVER
                .api()
                .get(
                    "/api/search?synonyms=true&q="
                        + "%D9%85%D9%87%D8%A7%D8%AC%D8%B1%D9%8A%D9%86+".repeat(20))
                .statusCode())
        .isEqualTo(200);
    assertThat(
            SERVER
                .api()
                .get("/api/search?synonyms=true&q=%22" + "migrants+".repeat(20))
                .statusCode())
        .isEqualTo(200);
    assertThat(SERVER.api().get("/api/search?q=" + "(a+".repeat(8)).statusCode()).isEqualTo(200);
    assertThat(SERVER.api().get("/api/search?q=" + "(a+".repeat(9)).statusCode()).isEqualTo(400);
  }
}
