// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.article;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.marsad.model.Json;

class ExtractStreamTest {
  private static final String PAGE =
      """
      <html lang="fr"><head><title>Titre</title><meta name="author" content="La rédaction">
      <meta property="article:published_time" content="2024-05-01T10:00:00Z">
      <link rel="canonical" href="https://outlet.example/titre"></head>
      <body><article><h1>Titre</h1><p>%s</p><p>%s</p></article></body></html>
      """
          .formatted(
              "Une phrase entière, puis une autre. ".repeat(10), "La fin vient ici. ".repeat(10));

  @TempDir Path folder;
  private final ByteArrayOutputStream written = new ByteArrayOutputStream();
  private final PrintStream out = new PrintStream(written, false, UTF_8);
  private final ExtractStream extract = new ExtractStream(new ArticleExtractor());

  @Test
  void printsOneLineForEachFile() throws Exception {
    Path plain = Files.writeString(folder.resolve("a.html"), PAGE);
    Path compressed = folder.resolve("b.html.gz");
    try (OutputStream gzip = new GZIPOutputStream(Files.newOutputStream(compressed))) {
      gzip.write(PAGE.getBytes(UTF_8));
    }
    Path none = Files.writeString(folder.resolve("c.html"), "<html><body></body></html>");

    boolean well = extract.files(List.of(plain, compressed, none), "https://outlet.example/1", out);

    assertThat(well).isTrue();
    List<JsonNode> lines = lines();
    assertThat(names(lines.get(0)))
        .containsExactly(
            "file", "url", "title", "text", "byline", "published", "language", "charset", "method");
    assertThat(lines.get(0).path("file").asText()).isEqualTo(plain.toString());
    assertThat(lines.get(0).path("url").asText()).isEqualTo("https://outlet.example/titre");
    assertThat(lines.get(0).path("title").asText()).isEqualTo("Titre");
    assertThat(lines.get(0).path("text").asText()).contains("Une phrase entière", "La fin");
    assertThat(lines.get(0).path("byline").asText()).isEqualTo("La rédaction");
    assertThat(lines.get(0).path("published").asText()).isEqualTo("2024-05-01T10:00:00Z");
    assertThat(lines.get(0).path("language").asText()).isEqualTo("fr");
    assertThat(lines.get(1).path("text")).isEqualTo(lines.get(0).path("text"));
    assertThat(lines.get(2).path("text").asText("absent")).isEmpty();
    assertThat(lines.get(2).path("reason").asText()).isEqualTo("no-article");
  }

  @Test
  void printsAnErrorForAMissingFileAndGoesOn() throws Exception {
    Path absent = folder.resolve("absent.html");
    Path page = Files.writeString(folder.resolve("a.html"), PAGE);

    assertThat(extract.files(List.of(absent, page), null, out)).isFalse();

    List<JsonNode> lines = lines();
    assertThat(names(lines.get(0))).containsExactly("file", "error");
    assertThat(lines.get(0).path("error").asText()).endsWith("absent.html does not exist");
    assertThat(lines.get(1).path("title").asText()).isEqualTo("Titre");
  }

  @Test
  void namesAFileThatBreaksOff() throws Exception {
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    try (OutputStream gzip = new GZIPOutputStream(whole)) {
      gzip.write(PAGE.getBytes(UTF_8));
    }
    Path cut = folder.resolve("cut.html.gz");
    Files.write(cut, Arrays.copyOf(whole.toByteArray(), whole.size() / 2));

    assertThat(extract.files(List.of(cut), null, out)).isFalse();

    assertThat(lines().get(0).path("error").asText()).contains("breaks off");
  }

  @Test
  void answersRequestsInTheirOrder() throws Exception {
    Path page = Files.writeString(folder.resolve("a.html"), PAGE);
    List<String> requests = new ArrayList<>();
    IntStream.range(0, 100).forEach(i -> requests.add(request(i, page)));

    assertThat(answer(String.join("\n", requests))).isTrue();

    List<JsonNode> lines = lines();
    assertThat(lines)
        .extracting(line -> line.path("id").asInt(-1))
        .containsExactlyElementsOf(IntStream.range(0, 100).boxed().toList());
    assertThat(lines).allSatisfy(line -> assertThat(line.has("file")).isFalse());
  }

  @Test
  void printsAnErrorForABadRequestAndGoesOn() throws Exception {
    Path page = Files.writeString(folder.resolve("a.html"), PAGE);

    boolean well =
        answer(
            "{\"id\":\n\n{\"id\":\"b\"}\n[]\n{\"id\":\"c\",\"file\":\"absent\"}\n"
                + request(7, page));

    assertThat(well).isFalse();
    List<JsonNode> lines = lines();
    assertThat(lines).hasSize(5);
    assertThat(lines.subList(0, 4)).allSatisfy(line -> assertThat(line.has("error")).isTrue());
    assertThat(lines.get(0).path("line").asInt()).isEqualTo(1);
    assertThat(lines.get(1).path("id").asText()).isEqualTo("b");
    assertThat(lines.get(3).path("id").asText()).isEqualTo("c");
    assertThat(lines.get(4).path("title").asText()).isEqualTo("Titre");
  }

  @Test
  void tellsPagesWithoutAnArticleFromFilesThatCannotBeRead() throws Exception {
    Path empty = Files.writeString(folder.resolve("empty.html"), "");
    Path binary =
        Files.write(folder.resolve("photo.html"), new byte[] {(byte) 0x89, 'P', 'N', 'G', 0});
    Path huge = folder.resolve("huge.html.gz");
    try (OutputStream gzip = new GZIPOutputStream(Files.newOutputStream(huge))) {
      byte[] megabyte = "<p>mot </p>".repeat(100_000).getBytes(UTF_8);
      for (int i = 0; i < 12; i++) {
        gzip.write(megabyte);
      }
    }
    Path noGzip = Files.writeString(folder.resolve("plain.html.gz"), PAGE);
    Path directory = Files.createDirectory(folder.resolve("folder"));

    assertThat(extract.files(List.of(empty, binary, huge, noGzip), null, out)).isTrue();
    assertThat(extract.files(List.of(directory), null, out)).isFalse();

    List<JsonNode> lines = lines();
    assertThat(lines)
        .extracting(line -> line.path("reason").asText(null))
        .containsExactly("empty", "not-text", "too-large", null, null);
    assertThat(lines.subList(0, 3))
        .allSatisfy(
            line ->
                assertThat(names(line))
                    .containsExactly(
                        "file",
                        "url",
                        "title",
                        "text",
                        "byline",
                        "published",
                        "language",
                        "charset",
                        "method",
                        "reason"));
    assertThat(lines.get(3).path("title").asText()).isEqualTo("Titre");
    assertThat(names(lines.get(4))).containsExactly("file", "error");
    assertThat(lines.get(4).path("error").asText()).contains("cannot be read");
  }

  @Test
  void readsFilesWithNamesInArabicLetters() throws Exception {
    Path page = folder.resolve(new String("مقال.html".getBytes(UTF_8), UTF_8));
    Files.writeString(page, PAGE);

    assertThat(
            answer(request(1, page) + "\n{\"id\":2,\"file\":\"a\\u0000b\"}\n{\"id\":3,\"file\":7}"))
        .isFalse();

    List<JsonNode> lines = lines();
    assertThat(lines.get(0).path("title").asText()).isEqualTo("Titre");
    assertThat(lines.get(1).path("error").asText()).endsWith("is no path");
    assertThat(lines.get(2).path("error").asText()).isEqualTo("7 does not exist");
  }

  private boolean answer(String requests) {
    return extract.jsonl(new ByteArrayInputStream(requests.getBytes(UTF_8)), out);
  }

  private static String request(int id, Path file) {
    return Json.MAPPER.createObjectNode().put("id", id).put("file", file.toString()).toString();
  }

  private List<JsonNode> lines() throws Exception {
    List<JsonNode> lines = new ArrayList<>();
    for (String line : written.toString(UTF_8).split("\n")) {
      lines.add(Json.MAPPER.readTree(line));
    }
    return lines;
  }

  private static List<String> names(JsonNode line) {
    List<String> names = new ArrayList<>();
    line.fieldNames().forEachRemaining(names::add);
    return names;
  }
}
