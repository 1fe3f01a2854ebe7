// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.dashboards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.marsad.index.BulkWriter;
import org.marsad.index.DocumentsToErase;
import org.marsad.index.EmbeddedIndex;
import org.marsad.index.Erasure;
import org.marsad.model.Json;

class DashboardApiTest {
  static {
    // To be able to say whom one asks, as a rebound name would.
    System.setProperty("jdk.httpclient.allowRestrictedHeaders", "host,origin");
  }

  @RegisterExtension static final EmbeddedIndex INDEX = new EmbeddedIndex();
  @TempDir static Path directory;

  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static Path auditLog;
  private static DashboardServer server;

  @BeforeAll
  static void serve() {
    assertThat(new BulkWriter(INDEX.connection()).write(SampleDocuments.all()))
        .noneMatch(outcome -> outcome.reason() != null);
    INDEX.refresh();
    auditLog = directory.resolve("audit").resolve("audit.jsonl");
    server =
        SampleDashboard.start(INDEX.connection(), new DashboardSettings("127.0.0.1", 0, auditLog));
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void marksWhatMatchesAndWhatTheJudgementRestsOn() throws Exception {
    JsonNode hit = json("/api/search?q=festival").at("/hits/0");

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
        "/api/documents/masked",
        "/api/documents/masked/history"
      })
  void masksSlursWhateverIsAsked(String path) throws Exception {
    assertThat(get(path).body().toLowerCase(Locale.ROOT)).doesNotContain(SampleDocuments.SLUR);
  }

  @Test
  void revealsOnPurposeAndRecordsIt() throws Exception {
    HttpResponse<String> answer = send(request("/api/documents/masked/reveal").POST(nothing()));

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).contains(SampleDocuments.SLUR);
    List<String> lines = Files.readAllLines(auditLog);
    JsonNode last = Json.MAPPER.readTree(lines.get(lines.size() - 1));
    assertThat(last.get("document").asText()).isEqualTo(SampleDocuments.MASKED_ID);
    assertThat(last.get("action").asText()).isEqualTo("reveal");
    assertThat(last.fieldNames()).toIterable().containsExactly("at", "action", "document");
  }

  @Test
  void saysWhyADocumentWasJudgedSoAndWhoseWordsItRestsOn() throws Exception {
    JsonNode found = json("/api/documents/masked");

    assertThat(found.at("/document/reason").asText()).isEqualTo("a sample, target SSA_BLACK");
    assertThat(found.at("/document/flags/0").asText()).isEqualTo("NUMBERS_ALARM");
    assertThat(found.at("/text/marks").findValuesAsText("voice"))
        .isNotEmpty()
        .containsOnly("QUOTED_NEUTRAL");
  }

  @Test
  void recordsNoRevealWhereNothingIsMasked() throws Exception {
    long before = Files.exists(auditLog) ? Files.size(auditLog) : 0;

    HttpResponse<String> answer = send(request("/api/documents/arabic/reveal").POST(nothing()));

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(Files.exists(auditLog) ? Files.size(auditLog) : 0).isEqualTo(before);
  }

  @Test
  void marksFictionInEveryDocumentAndNamesItsOutlet() throws Exception {
    JsonNode document = json("/api/documents/script").get("document");
    assertThat(document.get("fictional").asBoolean()).isTrue();
    assertThat(document.get("sourceName").asText()).isEqualTo("Outlet A (fictif)");
    assertThat(json("/api/documents/arabic").at("/document/fictional").asBoolean()).isFalse();
    assertThat(json("/api/status").get("fictional").asBoolean()).isTrue();
    assertThat(json("/api/facets").get("source").findValuesAsText("name"))
        .contains("Outlet A (fictif)", "outlet-b");
  }

  @Test
  void leavesUndatedDocumentsOutOfTheTrend() throws Exception {
    assertThat(json("/api/trend").get("undated").asInt()).isEqualTo(1);
    assertThat(json("/api/trend?source=import").get("days")).isEmpty();
    assertThat(json("/api/search?source=import").get("total").asInt()).isEqualTo(1);
  }

  @Test
  void answersAnOverlongTrendWithWhatThereIs() throws Exception {
    assertThat(json("/api/trend?from=1900-01-01&to=2100-01-01").get("days")).hasSizeBetween(50, 62);
  }

  @Test
  void dropsMarksThatTurnText() throws Exception {
    JsonNode turned = json("/api/documents/turned");

    assertThat(turned.at("/title/text").asText()).isEqualTo("migrants turned");
    assertThat(turned.at("/text/text").asText()).isEqualTo("Text of migrants turned by marks.");
    assertThat(turned.at("/text/marks/0/start").asInt()).isEqualTo(5);
    assertThat(turned.at("/text/marks/0/end").asInt()).isEqualTo(16);
    assertThat(turned.get("masked").asBoolean()).isFalse();
  }

  @Test
  void tellsWhichOutletsRefuse() throws Exception {
    JsonNode outlet = json("/api/outlets").get(1);

    assertThat(outlet.get("isRefusing").asBoolean()).isTrue();
    assertThat(outlet.at("/refusals/0/since").asText()).isEqualTo("2026-02-01");
    assertThat(outlet.at("/refusals/0/answer").asText()).isEqualTo("HTTP 403");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/%00", "/api/documents/a%00b", "/api/search?q=LONG"})
  void explainsRequestsThatCannotBeRead(String path) throws Exception {
    HttpResponse<String> answer = get(path.replace("LONG", "a".repeat(20_000)));

    assertThat(answer.statusCode()).isBetween(400, 499);
    assertThat(answer.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/problem+json");
    assertThat(Json.MAPPER.readTree(answer.body()).get("status").asInt())
        .isEqualTo(answer.statusCode());
  }

  @Test
  void revealsNothingToAnotherSitesPage() throws Exception {
    HttpResponse<String> answer =
        send(
            request("/api/documents/masked/reveal")
                .header("Origin", "https://elsewhere.example")
                .POST(nothing()));

    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.body()).doesNotContain(SampleDocuments.SLUR);
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
    HttpResponse<String> answer = get(path);

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/problem+json");
    JsonNode problem = Json.MAPPER.readTree(answer.body());
    assertThat(problem.get("parameter").asText()).isEqualTo(parameter);
    assertThat(problem.get("allowed").toString()).contains(allowed);
  }

  @Test
  void refusesATokenOfAnotherOrder() throws Exception {
    String token = PageToken.encode(List.of("x", "y", "z"));

    assertThat(get("/api/search?after=" + token).statusCode()).isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(strings = {"newest", "oldest", "best", "hostility"})
  void pagesThroughEveryDocumentOnce(String sort) throws Exception {
    Set<String> ids = new HashSet<>();
    int read = 0;
    String path = "/api/search?size=50&sort=" + sort;
    JsonNode page = json(path);
    while (true) {
      for (JsonNode hit : page.get("hits")) {
        ids.add(hit.at("/document/id").asText());
        read++;
      }
      if (!page.has("next")) {
        break;
      }
      page = json(path + "&after=" + page.get("next").asText());
    }

    assertThat(read).isEqualTo(page.get("total").asInt()).isEqualTo(ids.size());
  }

  @Test
  void tellsNothingWhereNothingWasCaptured() throws Exception {
    int gaps = 0;
    for (JsonNode day : json("/api/trend?q=festival&stance=HOSTILE").get("days")) {
      assertThat(day.has("hostile")).isEqualTo(day.get("captured").asLong() > 0);
      gaps += day.get("captured").asLong() == 0 ? 1 : 0;
    }
    for (JsonNode day : json("/api/trend").get("days")) {
      gaps += day.get("captured").asLong() == 0 ? 1 : 0;
    }
    assertThat(gaps).isGreaterThanOrEqualTo(3);
  }

  @Test
  void givesNoFiguresForWhatNoModelReads() throws Exception {
    JsonNode document = json("/api/documents/unread").get("document");

    assertThat(document.get("classified").asBoolean()).isFalse();
    assertThat(document.fieldNames())
        .toIterable()
        .doesNotContain("hostility", "relevance", "intensity", "stance", "relevant");
    assertThat(json("/api/status").at("/index/unclassified").asInt()).isEqualTo(1);
  }

  @Test
  void countsAFacetWithoutTheChoiceMadeInIt() throws Exception {
    JsonNode facets = json("/api/facets?stance=HOSTILE");

    assertThat(facets.get("stance").findValuesAsText("value")).contains("HOSTILE", "SUPPORTIVE");
    assertThat(facets.get("language").findValuesAsText("value")).doesNotContain("arb");
  }

  @Test
  void showsSourcesRejectionsAndTheJob() throws Exception {
    assertThat(json("/api/sources").findValuesAsText("state"))
        .containsExactlyInAnyOrder("OK", "FAILING", "REFUSED", "THROTTLED", "OFF");
    assertThat(json("/api/status").at("/index/silent").asInt()).isEqualTo(1);
    assertThat(json("/api/rejections").get("counts").findValuesAsText("reason"))
        .containsExactlyInAnyOrder("no-text", "malformed-json");
    assertThat(json("/api/status").at("/job/counts/read").asInt()).isPositive();
    assertThat(get("/health/live").statusCode()).isEqualTo(200);
    assertThat(get("/health/ready").statusCode()).isEqualTo(200);
  }

  @Test
  void showsWhatWasCaptured() throws Exception {
    JsonNode month = json("/api/coverage");
    assertThat(month.get("interval").asText()).isEqualTo("DAY");
    assertThat(month.get("periods")).hasSize(30);
    assertThat(month.get("periods").get(3).get("languages").isEmpty()).isFalse();
    assertThat(json("/api/coverage?interval=week").get("periods").size()).isBetween(5, 6);
  }

  @Test
  void protectsItsPages() throws Exception {
    HttpResponse<String> page = get("/");

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
    HttpResponse<String> answer = send(request("/api/status").header("Host", host));

    assertThat(answer.statusCode()).isEqualTo(421);
    assertThat(answer.body()).doesNotContain("counts");
  }

  @ParameterizedTest
  @CsvSource({"/,fr,ltr", "/?ui=ar,ar,rtl", "/?ui=en,en,ltr", "/?ui=xx,fr,ltr"})
  void choosesTheLanguageByAddressAndThenByBrowser(String path, String language, String direction)
      throws Exception {
    HttpResponse<String> page = send(request(path).header("Accept-Language", "fr-MA,ar;q=0.5"));

    assertThat(page.body()).contains("<html lang=\"" + language + "\" dir=\"" + direction + "\">");
  }

  @Test
  void compressesAndRevalidatesItsFiles() throws Exception {
    HttpResponse<String> file = send(request("/assets/app.js").header("Accept-Encoding", "gzip"));

    assertThat(file.headers().firstValue("Content-Encoding")).hasValue("gzip");
    assertThat(file.headers().firstValue("Cache-Control")).hasValue("no-cache");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/nothing", "/assets/nothing.js", "/api/documents/nothing"})
  void saysWhatIsMissing(String path) throws Exception {
    HttpResponse<String> answer = get(path);

    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(Json.MAPPER.readTree(answer.body()).get("status").asInt()).isEqualTo(404);
  }

  @Test
  void tellsWhoElseToldAStory() throws Exception {
    JsonNode told = Json.MAPPER.readTree(get("/api/documents/report-41-1/story").body());

    assertThat(told.get(0).get("documents").asInt()).isEqualTo(2);
    assertThat(told.get(0).get("outlets").findValuesAsText("id"))
        .containsExactlyInAnyOrder("outlet-a", "outlet-b");
    assertThat(told.get(0).get("agencies").get(0).asText()).isEqualTo("MAP");
    assertThat(get("/api/documents/news-1-0/story").body()).isEqualTo("[]");
  }

  @Test
  void saysOfAnErasedDocumentThatItIsGoneAndWhy() throws Exception {
    new Erasure(INDEX.connection())
        .erase(
            new DocumentsToErase(INDEX.connection()).read(List.of("was-erased")),
            "deleted-at-source",
            Instant.now());

    HttpResponse<String> answer = get("/api/documents/was-erased");

    assertThat(answer.statusCode()).isEqualTo(410);
    assertThat(answer.body()).contains("erased", "deleted-at-source");
    assertThat(get("/api/documents/was-erased/history").statusCode()).isEqualTo(410);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.0.0.0", "192.0.2.1"})
  void refusesToBeSeenFromOutside(String host) {
    DashboardSettings settings = new DashboardSettings(host, 0, auditLog);

    assertThatThrownBy(() -> SampleDashboard.start(INDEX.connection(), settings))
        .isInstanceOf(DashboardStartException.class)
        .hasMessageContaining("legal basis");
  }

  @Test
  void namesTheRemedyForATakenPort() {
    DashboardSettings settings =
        new DashboardSettings("127.0.0.1", server.address().getPort(), auditLog);

    assertThatThrownBy(() -> SampleDashboard.start(INDEX.connection(), settings))
        .isInstanceOf(DashboardStartException.class)
        .hasMessageContaining("--port");
  }

  static HttpRequest.BodyPublisher nothing() {
    return HttpRequest.BodyPublishers.noBody();
  }

  private static JsonNode json(String path) throws IOException, InterruptedException {
    HttpResponse<String> answer = get(path);
    assertThat(answer.statusCode()).as("%s: %s", path, answer.body()).isEqualTo(200);
    return Json.MAPPER.readTree(answer.body());
  }

  private static HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return send(request(path));
  }

  private static HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(server.address().resolve("/") + path.substring(1)));
  }

  private static HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return CLIENT.send(request.build(), BodyHandlers.ofString());
  }
}
