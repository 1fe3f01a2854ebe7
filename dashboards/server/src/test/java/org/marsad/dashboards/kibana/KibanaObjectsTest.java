// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.dashboards.kibana;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.marsad.index.EmbeddedIndex;
import org.marsad.model.Json;

/** The shipped objects are sound and find something; each fault of a broken one is found. */
class KibanaObjectsTest {
  @RegisterExtension static final EmbeddedIndex INDEX = new EmbeddedIndex();

  private static final KibanaObjects SHIPPED = new KibanaObjects(shipped());

  @BeforeAll
  static void fill() throws Exception {
    try (InputStream rows = KibanaObjectsTest.class.getResourceAsStream("seed.ndjson")) {
      String seed = new String(rows.readAllBytes(), StandardCharsets.UTF_8);
      assertThat(post("/_bulk?refresh=true", seed).path("errors").asBoolean(true)).isFalse();
    }
  }

  @Test
  void theShippedOnesAreSound() {
    assertThat(SHIPPED.faults()).isEmpty();
    assertThat(SHIPPED.panels()).hasSizeGreaterThan(15);
  }

  static Stream<Panel> panels() {
    return SHIPPED.panels().stream();
  }

  @ParameterizedTest
  @MethodSource("panels")
  void everyPanelFindsSomething(Panel panel) throws Exception {
    JsonNode answer = post("/" + panel.index() + "/_search", PanelSearch.of(panel).toString());
    assertThat(answer.at("/hits/total/value").asInt()).as("%s", answer).isPositive();
    assertThat(emptyParts((ObjectNode) answer.path("aggregations"))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "line-is-no-json, is no JSON",
    "nested-json-does-not-parse, a nested JSON does not parse",
    "id-twice, is there twice",
    "reference-to-nothing, leads to nothing",
    "lens-reference-to-nothing, panel hostile: the reference",
    "layer-without-reference, no reference to the data view of its layer",
    "lens-reference-of-another-name, no reference to the data view of its layer",
    "panels-overlap, overlaps another",
    "panel-beyond-the-grid, beyond the 48 columns",
    "panel-index-differs, not that of gridData",
    "field-not-in-the-mapping, unknown field assessment.stanze",
    "field-of-the-wrong-type, date_histogram takes no keyword",
    "text-field, terms takes no text",
    "private-field, single people",
    "people-are-counted, counts people",
    "filter-on-an-unknown-field, filters by the unknown field stance",
    "filter-that-is-not-understood, is not understood",
    "accessor-without-column, draws [m]",
    "column-order-differs, columnOrder is [x]",
    "unknown-attribute, the attribute colour is unknown",
    "type-migration-too-new, typeMigrationVersion",
    "core-migration-differs, coreMigrationVersion",
    "attributes-version-differs, attributes.version",
    "unknown-operation, the unknown operation sum_of_all"
  })
  void findsTheFault(String fixture, String fault) throws IOException {
    String content;
    try (InputStream in =
        KibanaObjectsTest.class.getResourceAsStream("broken/" + fixture + ".ndjson")) {
      content = new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
    assertThat(new KibanaObjects(Map.of(fixture, content)).faults())
        .anySatisfy(found -> assertThat(found).contains(fault));
  }

  /** Where a bucket aggregation has no buckets, or a figure nothing in any of them. */
  private static Stream<String> emptyParts(ObjectNode found) {
    return found.properties().stream()
        .filter(
            part ->
                part.getValue().has("buckets")
                    ? part.getValue().path("buckets").isEmpty()
                    : part.getValue().path("doc_count").asInt(1) == 0
                        || (part.getValue().has("value") && part.getValue().path("value").isNull()))
        .map(Map.Entry::getKey);
  }

  private static Map<String, String> shipped() {
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> folder = Files.list(EmbeddedIndex.HOME.resolve("dashboards/kibana"))) {
      for (Path file : folder.filter(one -> one.toString().endsWith(".ndjson")).toList()) {
        files.put(String.valueOf(file.getFileName()), Files.readString(file));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return files;
  }

  private static JsonNode post(String path, String body) throws Exception {
    HttpResponse<String> answer =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(URI.create(INDEX.node().url() + path))
                    .header("Content-Type", "application/x-ndjson")
                    .POST(HttpRequest.BodyPublishers.ofString(body))
                    .build(),
                HttpResponse.BodyHandlers.ofString());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return Json.MAPPER.readTree(answer.body());
  }
}
