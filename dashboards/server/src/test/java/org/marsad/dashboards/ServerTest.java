// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.dashboards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.marsad.dashboards.http.DashboardStartException;
import org.marsad.dashboards.samples.SampleDashboard;
import org.marsad.dashboards.samples.SampleServer;
import org.marsad.model.Json;

/** What holds for every request. */
class ServerTest {
  @RegisterExtension static final SampleServer SERVER = new SampleServer();

  @ParameterizedTest
  @ValueSource(strings = {"/%00", "/api/documents/a%00b", "/api/search?q=LONG"})
  void explainsRequestsThatCannotBeRead(String path) throws Exception {
    HttpResponse<String> answer = SERVER.api().get(path.replace("LONG", "a".repeat(20_000)));

    assertThat(answer.statusCode()).isBetween(400, 499);
    assertThat(answer.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/problem+json");
    assertThat(Json.MAPPER.readTree(answer.body()).get("status").asInt())
        .isEqualTo(answer.statusCode());
  }

  @ParameterizedTest
  @CsvSource({
    "/api/search?stance=EVIL,stance,COUNTER_SPEECH",
    "/api/search?from=yesterday,from,a day such as",
    "/api/search?from=2026-02-30,from,a day such as",
    "/api/search?from=2026-03-02&to=2026-03-01,from,a day not after",
    "/api/search?size=0,size,1 to 100",
    "/api/search?sort=loudest,sort,hostility",
    "/api/search?after=rubbish,after,next",
    "/api/search?relevant=maybe,relevant,true",
    "/api/search?kind=ARTICLE&kind=TWEET,kind,COMMENT",
    "/api/trend?colour=red,colour,stance",
    "/api/facets?q=a&q=b,q,one value",
    "/api/search?q=a*+b*+c*+d*+e*+f*,q,at most 5 beginnings",
    "/api/status?colour=red,colour,[]",
    "/api/sources?colour=red,colour,[]",
    "/api/coverage?interval=hour,interval,week",
    "/api/coverage?from=2026-02-01&to=2026-01-01,from,to",
    "/api/coverage?from=1950-01-01&to=2026-01-01,from,3659",
    "/api/outlets?colour=red,colour,[]",
    "/api/rejections?colour=red,colour,[]"
  })
  void saysWhichParameterIsAtFault(String path, String parameter, String allowed) throws Exception {
    HttpResponse<String> answer = SERVER.api().get(path);

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/problem+json");
    JsonNode problem = Json.MAPPER.readTree(answer.body());
    assertThat(problem.get("parameter").asText()).isEqualTo(parameter);
    assertThat(problem.get("allowed").toString()).contains(allowed);
  }

  @Test
  void protectsItsPages() throws Exception {
    HttpResponse<String> page = SERVER.api().get("/");

    assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
        .contains("default-src 'none'", "frame-ancestors 'none'")
        .doesNotContain("unsafe");
    assertThat(page.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
    assertThat(page.headers().firstValue("Referrer-Policy")).hasValue("no-referrer");
    assertThat(page.body()).doesNotContain("<style", "style=", "onclick").doesNotContain("{{");
  }

  @ParameterizedTest
  @ValueSource(strings = {"elsewhere.example", "elsewhere.example:8080", "127.0.0.1.evil.example"})
  void answersToNoOtherName(String host) throws Exception {
    HttpResponse<String> answer =
        SERVER.api().send(SERVER.api().request("/api/status").header("Host", host));

    assertThat(answer.statusCode()).isEqualTo(421);
    assertThat(answer.body()).doesNotContain("counts");
  }

  @ParameterizedTest
  @CsvSource({"/,fr,ltr", "/?ui=ar,ar,rtl", "/?ui=en,en,ltr", "/?ui=xx,fr,ltr"})
  void choosesTheLanguageByAddressAndThenByBrowser(String path, String language, String direction)
      throws Exception {
    HttpResponse<String> page =
        SERVER.api().send(SERVER.api().request(path).header("Accept-Language", "fr-MA,ar;q=0.5"));

    assertThat(page.body()).contains("<html lang=\"" + language + "\" dir=\"" + direction + "\">");
  }

  @Test
  void compressesAndRevalidatesItsFiles() throws Exception {
    HttpResponse<String> file =
        SERVER.api().send(SERVER.api().request("/assets/app.js").header("Accept-Encoding", "gzip"));

    assertThat(file.headers().firstValue("Content-Encoding")).hasValue("gzip");
    assertThat(file.headers().firstValue("Cache-Control")).hasValue("no-cache");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/nothing", "/assets/nothing.js", "/api/documents/nothing"})
  void saysWhatIsMissing(String path) throws Exception {
    HttpResponse<String> answer = SERVER.api().get(path);

    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(Json.MAPPER.readTree(answer.body()).get("status").asInt()).isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.0.0.0", "192.0.2.1"})
  void refusesToBeSeenFromOutside(String host) {
    DashboardSettings settings = new DashboardSettings(host, 0, SERVER.api().auditLog());

    assertThatThrownBy(() -> SampleDashboard.start(SERVER.index().connection(), settings))
        .isInstanceOf(DashboardStartException.class)
        .hasMessageContaining("legal basis");
  }

  @Test
  void namesTheRemedyForATakenPort() {
    DashboardSettings settings =
        new DashboardSettings(
            "127.0.0.1", SERVER.api().address().getPort(), SERVER.api().auditLog());

    assertThatThrownBy(() -> SampleDashboard.start(SERVER.index().connection(), settings))
        .isInstanceOf(DashboardStartException.class)
        .hasMessageContaining("--port");
  }
}
