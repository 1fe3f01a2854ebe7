// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.dashboards.documents;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.marsad.dashboards.samples.SampleDocuments;
import org.marsad.dashboards.samples.SampleServer;
import org.marsad.model.Json;

/** One document, and what is around it. */
class DocumentApiTest {
  @RegisterExtension static final SampleServer SERVER = new SampleServer();

  @Test
  void revealsOnPurposeAndRecordsIt() throws Exception {
    HttpResponse<String> answer =
        SERVER
            .api()
            .send(
                SERVER.api().request("/api/documents/masked/reveal").POST(BodyPublishers.noBody()));

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).contains(SampleDocuments.SLUR);
    List<String> lines = Files.readAllLines(SERVER.api().auditLog());
    JsonNode last = Json.MAPPER.readTree(lines.get(lines.size() - 1));
    assertThat(last.get("document").asText()).isEqualTo(SampleDocuments.MASKED_ID);
    assertThat(last.get("action").asText()).isEqualTo("reveal");
    assertThat(last.get("who").asText()).isEqualTo("local");
    assertThat(last.fieldNames())
        .toIterable()
        .containsExactly("sequence", "previous", "at", "who", "action", "document");
  }

  @Test
  void saysWhyADocumentWasJudgedSoAndWhoseWordsItRestsOn() throws Exception {
    JsonNode found = SERVER.api().json("/api/documents/masked");

    assertThat(found.at("/document/reason").asText()).isEqualTo("a sample, target SSA_BLACK");
    assertThat(found.at("/document/flags/0").asText()).isEqualTo("NUMBERS_ALARM");
    assertThat(found.at("/text/marks").findValuesAsText("voice"))
        .isNotEmpty()
        .containsOnly("QUOTED_NEUTRAL");
  }

  @Test
  void recordsNoRevealWhereNothingIsMasked() throws Exception {
    long before = Files.exists(SERVER.api().auditLog()) ? Files.size(SERVER.api().auditLog()) : 0;

    HttpResponse<String> answer =
        SERVER
            .api()
            .send(
                SERVER.api().request("/api/documents/arabic/reveal").POST(BodyPublishers.noBody()));

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(Files.exists(SERVER.api().auditLog()) ? Files.size(SERVER.api().auditLog()) : 0)
        .isEqualTo(before);
  }

  @Test
  void revealsNothingToAnotherSitesPage() throws Exception {
    HttpResponse<String> answer =
        SERVER
            .api()
            .send(
                SERVER
                    .api()
                    .request("/api/documents/masked/reveal")
                    .header("Origin", "https://elsewhere.example")
                    .POST(BodyPublishers.noBody()));

    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.body()).doesNotContain(SampleDocuments.SLUR);
  }

  @Test
  void marksFictionInEveryDocumentAndNamesItsOutlet() throws Exception {
    JsonNode document = SERVER.api().json("/api/documents/script").get("document");
    assertThat(document.get("fictional").asBoolean()).isTrue();
    assertThat(document.get("sourceName").asText()).isEqualTo("Outlet A (fictif)");
    assertThat(SERVER.api().json("/api/documents/arabic").at("/document/fictional").asBoolean())
        .isFalse();
    assertThat(SERVER.api().json("/api/status").get("fictional").asBoolean()).isTrue();
    assertThat(SERVER.api().json("/api/facets").get("source").findValuesAsText("name"))
        .contains("Outlet A (fictif)", "Outlet B", "import");
  }

  @Test
  void dropsMarksThatTurnText() throws Exception {
    JsonNode turned = SERVER.api().json("/api/documents/turned");

    assertThat(turned.at("/title/text").asText()).isEqualTo("migrants turned");
    assertThat(turned.at("/text/text").asText()).isEqualTo("Text of migrants turned by marks.");
    assertThat(turned.at("/text/marks/0/start").asInt()).isEqualTo(5);
    assertThat(turned.at("/text/marks/0/end").asInt()).isEqualTo(16);
    assertThat(turned.get("masked").asBoolean()).isFalse();
  }

  @Test
  void givesNoFiguresForWhatNoModelReads() throws Exception {
    JsonNode document = SERVER.api().json("/api/documents/unread").get("document");

    assertThat(document.get("classified").asBoolean()).isFalse();
    assertThat(document.fieldNames())
        .toIterable()
        .doesNotContain("hostility", "relevance", "intensity", "stance", "relevant");
    assertThat(SERVER.api().json("/api/status").at("/index/unclassified").asInt()).isEqualTo(1);
  }

  @Test
  void tellsWhoElseToldAStory() throws Exception {
    JsonNode told =
        Json.MAPPER.readTree(SERVER.api().get("/api/documents/report-41-1/story").body());

    assertThat(told.get(0).get("documents").asInt()).isEqualTo(2);
    assertThat(told.get(0).get("outlets").findValuesAsText("id"))
        .containsExactlyInAnyOrder("outlet-a", "outlet-b");
    assertThat(told.get(0).get("agencies").get(0).asText()).isEqualTo("MAP");
    assertThat(SERVER.api().get("/api/documents/news-1-0/story").body()).isEqualTo("[]");
  }

  @Test
  void saysOfAnErasedDocumentThatItIsGoneAndWhy() throws Exception {
    SERVER.erase("was-erased", "deleted-at-source", Instant.now());

    HttpResponse<String> answer = SERVER.api().get("/api/documents/was-erased");

    assertThat(answer.statusCode()).isEqualTo(410);
    assertThat(answer.body()).contains("erased", "deleted-at-source");
    assertThat(SERVER.api().get("/api/documents/was-erased/history").statusCode()).isEqualTo(410);
  }

  @Test
  void saysWhenAndWhyADocumentWasErased() throws Exception {
    Instant at = Instant.parse("2026-03-01T10:00:00Z");
    SERVER.erase("erased-before", "on-request", at);

    JsonNode problem =
        Json.MAPPER.readTree(SERVER.api().get("/api/documents/erased-before").body());

    assertThat(problem.get("status").asInt()).isEqualTo(410);
    assertThat(problem.at("/erased/reason").asText()).isEqualTo("on-request");
    assertThat(Instant.parse(problem.at("/erased/at").asText())).isEqualTo(at);
  }

  @Test
  void listsWhoToldAStoryTheFirstFirst() throws Exception {
    JsonNode tellings = SERVER.api().json("/api/documents/report-41-1/tellings");

    assertThat(tellings.findValuesAsText("id")).containsExactly("report-41-0", "report-41-1");
    assertThat(tellings.findValuesAsText("role")).containsExactly("ORIGINAL", "COPY");
    assertThat(tellings.get(0).get("sourceName").asText()).isEqualTo("Outlet A (fictif)");
    assertThat(tellings.get(1).at("/title/text").asText()).contains("mis à jour");
    assertThat(tellings.get(1).get("dated").asBoolean()).isTrue();
    assertThat(SERVER.api().json("/api/documents/news-1-0/tellings")).isEmpty();
  }

  @Test
  void packsWhatACitationNeeds() throws Exception {
    JsonNode pack = SERVER.api().json("/api/documents/report-41-1/citation");

    assertThat(pack.get("url").asText()).isEqualTo("https://outlet-b.example/report-41-1");
    assertThat(pack.at("/provenance/sha256").asText()).hasSize(64);
    assertThat(pack.at("/provenance/recordId").asText()).startsWith("urn:uuid:");
    assertThat(pack.at("/provenance/robots").asText()).isEqualTo("ALLOWED");
    assertThat(pack.get("versions").findValuesAsText("number")).containsExactly("1", "2");
    assertThat(pack.at("/versions/1/contentHash")).isEqualTo(pack.get("contentHash"));
    assertThat(SERVER.api().get("/api/documents/masked/citation").body().toLowerCase(Locale.ROOT))
        .doesNotContain(SampleDocuments.SLUR);
  }
}
