// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.dashboards.sources;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.marsad.dashboards.samples.SampleDocuments;
import org.marsad.dashboards.samples.SampleServer;

/** How sources are doing, and what was captured of them. */
class SourcesApiTest {
  @RegisterExtension static final SampleServer SERVER = new SampleServer();

  @Test
  void tellsWhichOutletsRefuse() throws Exception {
    JsonNode outlet = SERVER.api().json("/api/outlets").get(4);

    assertThat(outlet.get("isRefusing").asBoolean()).isTrue();
    assertThat(outlet.at("/refusals/0/since").asText()).isEqualTo("2026-02-01");
    assertThat(outlet.at("/refusals/0/answer").asText()).isEqualTo("HTTP 403");
  }

  @Test
  void showsSourcesRejectionsAndTheJob() throws Exception {
    assertThat(SERVER.api().json("/api/sources").findValuesAsText("state"))
        .containsExactlyInAnyOrder("OK", "FAILING", "REFUSED", "THROTTLED", "OFF");
    assertThat(SERVER.api().json("/api/status").at("/index/silent").asInt()).isEqualTo(1);
    assertThat(SERVER.api().json("/api/rejections").get("counts").findValuesAsText("reason"))
        .containsExactlyInAnyOrder("no-text", "malformed-json");
    assertThat(SERVER.api().json("/api/status").at("/job/counts/read").asInt()).isPositive();
    assertThat(SERVER.api().get("/health/live").statusCode()).isEqualTo(200);
    assertThat(SERVER.api().get("/health/ready").statusCode()).isEqualTo(200);
  }

  @Test
  void showsWhatWasCaptured() throws Exception {
    JsonNode month = SERVER.api().json("/api/coverage");
    assertThat(month.get("interval").asText()).isEqualTo("DAY");
    assertThat(month.get("periods")).hasSize(30);
    assertThat(month.get("periods").get(3).get("languages").isEmpty()).isFalse();
    assertThat(SERVER.api().json("/api/coverage?interval=week").get("periods").size())
        .isBetween(5, 6);
  }

  @Test
  void leadsToPagesForPeopleAndNamesLanguages() throws Exception {
    for (JsonNode source : SERVER.api().json("/api/sources")) {
      boolean isInCatalogue = !source.get("outletId").asText().equals("outlet-e");
      assertThat(source.has("page")).isEqualTo(isInCatalogue);
      assertThat(source.get("languages").isEmpty()).isNotEqualTo(isInCatalogue);
    }
  }

  @Test
  void tellsWhichDaysOfASourceAreMissing() throws Exception {
    String range = "?from=" + SampleDocuments.FIRST_DAY + "&source=outlet-c";
    JsonNode gaps = SERVER.api().json("/api/gaps" + range);

    assertThat(gaps).hasSize(2);
    assertThat(gaps.get(0).get("sourceName").asText()).isEqualTo("Outlet C");
    assertThat(days(gaps.get(0))).isEqualTo(3);
    assertThat(days(gaps.get(1))).isBetween(8L, 10L);
    assertThat(gaps.get(1).get("perDay").asDouble()).isBetween(4.0, 6.0);
    assertThat(SERVER.api().json("/api/gaps?source=import")).isEmpty();
  }

  private static long days(JsonNode gap) {
    LocalDate from = LocalDate.parse(gap.get("from").asText());
    return ChronoUnit.DAYS.between(from, LocalDate.parse(gap.get("to").asText())) + 1;
  }

  @Test
  void givesItsTablesAsFiles() throws Exception {
    HttpResponse<String> sources = SERVER.api().get("/api/sources.csv");
    assertThat(sources.headers().firstValue("Content-Type").orElse("")).startsWith("text/csv");
    assertThat(sources.headers().firstValue("Content-Disposition").orElse(""))
        .contains("attachment", "marsad-sources.csv");
    assertThat(sources.body())
        .startsWith("\uFEFFoutlet,name,feed,page,form,languages,state,")
        .contains("\r\noutlet-c,Outlet C,", ",REFUSED,")
        // The rules of robots.txt take several lines, so their cell is quoted.
        .contains(",\"User-agent: *\nDisallow: /feed\nCrawl-delay: 10\",");

    HttpResponse<String> coverage = SERVER.api().get("/api/coverage.csv?interval=month");
    assertThat(coverage.body().lines().findFirst().orElse(""))
        .startsWith("\uFEFFfrom,documents,sources,ARTICLE")
        .endsWith(",fr,und,withheld_fewer_than_five_people");
    assertThat(SERVER.api().get("/api/coverage.csv?interval=hour").statusCode()).isEqualTo(400);
  }
}
