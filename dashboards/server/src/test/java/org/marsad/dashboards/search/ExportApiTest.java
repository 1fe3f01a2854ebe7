// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.dashboards.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.javalin.Javalin;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.marsad.dashboards.http.LineStream;
import org.marsad.dashboards.samples.SampleDocuments;
import org.marsad.dashboards.samples.SampleServer;
import org.marsad.model.Json;

/** Whole results as files. */
class ExportApiTest {
  @RegisterExtension static final SampleServer SERVER = new SampleServer();

  @Test
  void exportsEveryDocumentFoundMaskedAndRecordsItFirst() throws Exception {
    long total = SERVER.api().json("/api/search?size=1").get("total").asLong();
    HttpResponse<String> answer = SERVER.api().get("/api/export.jsonl");
    List<String> lines = answer.body().lines().toList();

    assertThat(lines).hasSize(Math.toIntExact(total));
    Set<String> ids = new HashSet<>();
    Set<String> addressed = new HashSet<>();
    for (String line : lines) {
      JsonNode document = Json.MAPPER.readTree(line);
      ids.add(document.get("id").asText());
      assertThat(document.has("byline") || document.has("author")).isFalse();
      if (document.has("url")) {
        addressed.add(document.get("kind").asText());
      }
    }
    assertThat(ids).hasSize(lines.size()).contains(SampleDocuments.MASKED_ID);
    assertThat(addressed).containsExactly("ARTICLE");
    assertThat(answer.body().toLowerCase(Locale.ROOT)).doesNotContain(SampleDocuments.SLUR);
    assertThat(answer.headers().firstValue("Content-Disposition").orElseThrow())
        .matches("attachment; filename=\"marsad-\\d{4}-\\d\\d-\\d\\d\\.jsonl\"");
    SERVER.api().get("/api/export.csv?q=festival");
    assertThat(SERVER.api().audited()).contains("export documents jsonl", "export documents csv");
  }

  @Test
  void writesTablesThatSpreadsheetsReadAndDoNotRun() throws Exception {
    String table = SERVER.api().get("/api/export.csv?q=festival").body();

    assertThat(table)
        .startsWith("\uFEFFid,version,kind,source,sourceName,url,")
        .contains(",title,text\r\n")
        .endsWith("\r\n");
    assertThat(SERVER.api().get("/api/export.csv?q=nothingofthekind").body())
        .isEqualTo("\uFEFF" + String.join(",", ExportedDocument.columns()) + "\r\n");
  }

  @Test
  void refusesWhatIsFaultyBeforeAnythingIsWritten() throws Exception {
    HttpResponse<String> answer = SERVER.api().get("/api/export.csv?from=2026-02-30");

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.headers().firstValue("Content-Disposition")).isEmpty();
  }

  @Test
  void breaksOffWhatFailsHalfwayAndKeepsNothingInMemory() throws Exception {
    AtomicLong written = new AtomicLong();
    String line = "x".repeat(1_000) + "\n";
    Javalin javalin =
        Javalin.create(
            config -> {
              config.startup.showJavalinBanner = false;
              config.routes.get(
                  "/fails",
                  context ->
                      LineStream.answer(
                          context,
                          "text/plain",
                          "file",
                          "head\n",
                          lines -> {
                            for (int n = 0; n < 10_000; n++) {
                              lines.write(line);
                            }
                            throw new IllegalStateException("the index has gone away");
                          }));
              config.routes.get(
                  "/endless",
                  context ->
                      LineStream.answer(
                          context,
                          "text/plain",
                          "file",
                          "head\n",
                          lines -> {
                            while (written.get() < 4_000_000_000L) {
                              lines.write(line);
                              written.addAndGet(line.length());
                            }
                          }));
            });
    javalin.start("127.0.0.1", 0);
    try {
      HttpClient client = HttpClient.newHttpClient();
      URI address = URI.create("http://127.0.0.1:" + javalin.port() + "/");
      assertThatThrownBy(
              () ->
                  client.send(
                      HttpRequest.newBuilder(address.resolve("/fails")).build(),
                      BodyHandlers.ofString()))
          .isInstanceOf(IOException.class);
      try (var body =
          client
              .send(
                  HttpRequest.newBuilder(address.resolve("/endless")).build(),
                  BodyHandlers.ofInputStream())
              .body()) {
        assertThat(body.read()).isEqualTo('h');
      }
      long before;
      do {
        before = written.get();
        Thread.sleep(200);
      } while (written.get() != before);
      // What the sockets hold, and no more.
      assertThat(written.get()).isLessThan(400_000_000L);
    } finally {
      javalin.stop();
    }
  }
}
