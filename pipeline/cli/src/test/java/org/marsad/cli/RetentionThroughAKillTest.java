// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.marsad.index.BulkWriter;
import org.marsad.index.EmbeddedNode;
import org.marsad.index.IndexConnection;
import org.marsad.index.IndexEntry;
import org.marsad.index.query.DocumentQueries;
import org.marsad.index.query.TrendDay;
import org.marsad.index.query.TrendRequest;
import org.marsad.model.Document;
import org.marsad.model.DocumentKind;
import org.marsad.model.Filters;
import org.marsad.model.Json;
import org.marsad.model.Morocco;

/** Erasing by age, killed in the middle with its Elasticsearch and done again. */
class RetentionThroughAKillTest {
  private static final Duration LIMIT = Duration.ofMinutes(4);
  private static final Pattern ELASTICSEARCH = Pattern.compile("Elasticsearch  (http\\S+)");

  /** Enough for many pages of a thousand, so that a kill falls between the first and the last. */
  private static final int OLD = 12_000;

  private static final int FRESH = 30;
  private static final Instant CAPTURED = Instant.now().minus(Duration.ofDays(365));

  @TempDir Path folder;

  @Test
  void theFiguresAreTheSameAndNothingIsCountedTwice() throws Exception {
    plant();
    List<TrendDay> before = trend();

    try (MarsadProcess erasing = start()) {
      erasing.await("some erased", LIMIT, () -> count(erasing, "marsad-documents") < OLD);
      erasing.kill();
      assertThat(erasing.out()).as("it was still erasing").isEmpty();
    }
    long left = held("marsad-documents");
    assertThat(left).isGreaterThan(FRESH).isLessThan(OLD + FRESH);
    assertThat(doctor()).contains("ok    last run: it was killed, or the machine went off");

    assertThat(
            command(
                "erase", "--expired", "--yes", "--config", RetentionSettings.in(folder).toString()))
        .contains("POST=" + left(left), "\"POST\":" + left(left));

    assertThat(held("marsad-documents")).isEqualTo(FRESH);
    assertThat(held("marsad-figures")).as("one for each, none twice").isEqualTo(OLD);
    assertThat(trend()).isEqualTo(before);
  }

  private static long left(long held) {
    return held - FRESH;
  }

  private void plant() throws IOException {
    try (EmbeddedNode node = node();
        IndexConnection connection = IndexConnection.open(node.url(), null)) {
      connection.installTemplates();
      BulkWriter writer = new BulkWriter(connection);
      List<IndexEntry> entries = new ArrayList<>();
      for (int n = 0; n < OLD + FRESH; n++) {
        entries.add(IndexEntry.of(post(n)));
        if (entries.size() == 1_000 || n == OLD + FRESH - 1) {
          assertThat(writer.write(entries)).hasSameSizeAs(entries);
          entries.clear();
        }
      }
    }
  }

  /** By as many people as there are texts, so that no figure is withheld. */
  private static Document post(int n) {
    Instant captured = n < OLD ? CAPTURED : Instant.now();
    return Document.builder(
            "p" + n, "network", DocumentKind.POST, "text " + n, captured, "made:" + n)
        .published(captured)
        .author("author" + n)
        .build();
  }

  private List<TrendDay> trend() {
    try (EmbeddedNode node = node();
        IndexConnection connection = IndexConnection.open(node.url(), null)) {
      connection.awaitSearchable();
      var day = CAPTURED.atZone(Morocco.TIME).toLocalDate();
      List<TrendDay> days =
          new DocumentQueries(connection)
              .trend(new TrendRequest(Filters.NONE.between(day, day.plusDays(1))));
      assertThat(days).isNotEmpty();
      return days;
    }
  }

  private long held(String index) throws IOException {
    try (EmbeddedNode node = node();
        IndexConnection connection = IndexConnection.open(node.url(), null)) {
      connection.awaitSearchable();
      return count(node.url().toString(), index);
    }
  }

  private static long count(MarsadProcess marsad, String index) {
    Matcher url = ELASTICSEARCH.matcher(marsad.err());
    try {
      return url.find() ? count(url.group(1), index) : Long.MAX_VALUE;
    } catch (IOException notYet) {
      return Long.MAX_VALUE;
    }
  }

  private static long count(String url, String index) throws IOException {
    JsonNode refreshed = Json.MAPPER.readTree(MarsadProcess.get(url + "/" + index + "/_refresh"));
    assertThat(refreshed.has("_shards")).isTrue();
    return Json.MAPPER
        .readTree(MarsadProcess.get(url + "/" + index + "/_count"))
        .path("count")
        .asLong();
  }

  private EmbeddedNode node() {
    return EmbeddedNode.start(
        LocalIndex.home(), DataDirectory.elasticsearch(folder.resolve("data")), 0);
  }

  /** Whatever else this machine lacks. */
  private String doctor() throws Exception {
    String data = folder.resolve("data").toString();
    try (MarsadProcess doctor = MarsadProcess.start(folder, "doctor", "--data", data)) {
      assertThat(doctor.awaitExit(LIMIT)).isIn(ExitStatus.OK, ExitStatus.ENVIRONMENT);
      return doctor.out();
    }
  }

  private MarsadProcess start() throws IOException {
    return MarsadProcess.start(
        folder,
        "erase",
        "--expired",
        "--yes",
        "--config",
        RetentionSettings.in(folder).toString(),
        "--data",
        folder.resolve("data").toString());
  }

  private String command(String... arguments) throws Exception {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of("--data", folder.resolve("data").toString()));
    try (MarsadProcess command = MarsadProcess.start(folder, all.toArray(String[]::new))) {
      assertThat(command.awaitExit(LIMIT)).as(command.err()).isEqualTo(ExitStatus.OK);
      return command.out() + command.err();
    }
  }
}
