// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.dashboards.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.marsad.index.BulkWriter;
import org.marsad.index.EmbeddedIndex;
import org.marsad.index.IndexEntry;
import org.marsad.model.Document;
import org.marsad.model.DocumentKind;

/** An export larger than the memory of the server that writes it. */
class LongExportTest {
  private static final int MEGABYTES = 80;
  private static final int ROWS = 2_500;
  private static final int BATCH = 250;
  private static final Instant CAPTURED = Instant.parse("2026-03-01T08:00:00Z");

  /** 40 kB, so that all rows are more than the server's memory. */
  private static final String TEXT = "Les migrants arrivent à Tanger. ".repeat(1_280);

  @RegisterExtension static final EmbeddedIndex INDEX = new EmbeddedIndex();
  @TempDir Path directory;

  @Test
  void holdsAPartOfItAtATime() throws Exception {
    fill();
    long bytes = 0;
    int rows = 0;
    try (SmallServer server = SmallServer.start(INDEX.node().url(), directory, MEGABYTES)) {
      URI export = server.address().resolve("/api/export.jsonl");
      try (BufferedReader lines =
          new BufferedReader(
              new InputStreamReader(
                  HttpClient.newHttpClient()
                      .send(HttpRequest.newBuilder(export).build(), BodyHandlers.ofInputStream())
                      .body(),
                  StandardCharsets.UTF_8))) {
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
          bytes += line.length();
          rows++;
        }
      }
    }
    assertThat(rows).isEqualTo(ROWS);
    assertThat(bytes >> 20).isGreaterThan(MEGABYTES);
  }

  private static void fill() {
    BulkWriter writer = new BulkWriter(INDEX.connection());
    for (int at = 0; at < ROWS; at += BATCH) {
      List<IndexEntry> batch = new ArrayList<>();
      for (int n = at; n < at + BATCH; n++) {
        batch.add(
            IndexEntry.of(
                Document.builder(
                        "d" + n, "outlet-a", DocumentKind.ARTICLE, TEXT, CAPTURED, "f:" + n)
                    .build()));
      }
      assertThat(writer.write(batch)).allMatch(outcome -> outcome.reason() == null);
    }
    INDEX.refresh();
  }
}
