// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.marsad.index.query.DocumentQueries;
import org.marsad.model.Json;
import org.marsad.model.Rejection;

/** Imports with the real job into the real index, good input and bad. */
class ImportTest {
  private static final Duration LIMIT = Duration.ofMinutes(4);
  private static final int LINES = 12_000;

  @TempDir Path folder;
  private Path archive;

  @BeforeEach
  void makeFolder() throws IOException {
    archive = Files.createDirectories(folder.resolve("archive"));
  }

  @Test
  void everyInputIsIndexedOrRejectedWithAReasonAndASecondImportChangesNothing() throws Exception {
    write(
        "posts.jsonl",
        "{\"text\":\"one\"}\nnot json\n{\"title\":\"no text\"}\n{\"text\":\"one\"}\n");
    write("table.csv", "id,body\n1,a first row\n2,a second row\n3\n");
    write("empty.jsonl", "");
    write("page.html", page("A page", "This page is about the new tramway line of the city."));
    write("nothing.html", "<html><body><nav>menu</nav></body></html>");
    byte[] rubbish = new byte[100_000];
    new Random(1).nextBytes(rubbish);
    Files.write(archive.resolve("rubbish.jsonl"), rubbish);
    Files.write(archive.resolve("rubbish.html"), rubbish);
    writeLargePage("large.html", 50_000_000);
    writeBomb("bomb.jsonl.gz", 400_000_000);

    JsonNode first = importArchive(ExitStatus.BAD_INPUT);
    JsonNode second = importArchive(ExitStatus.BAD_INPUT);

    // One post (its repetition is a duplicate), two rows and one page.
    assertThat(first.get("indexed").asInt()).isEqualTo(4);
    assertThat(first.get("duplicates").asInt()).isEqualTo(1);
    assertThat(first.get("rejected").asInt()).isGreaterThanOrEqualTo(8);
    assertAddsUp(first);
    assertThat(second.get("indexed").asInt()).isZero();
    assertThat(second.get("duplicates").asInt()).isEqualTo(5);
    assertThat(second.get("read")).isEqualTo(first.get("read"));
    assertAddsUp(second);

    try (DataDirectory data = DataDirectory.open(folder.resolve("data"));
        LocalIndex index = LocalIndex.open(new IndexOptions(), data)) {
      List<Rejection> rejections = new DocumentQueries(index.connection()).rejections(1_000);
      assertThat(rejections)
          .allSatisfy(rejection -> assertThat(rejection.message()).isNotBlank())
          .extracting(rejection -> rejection.reference().replaceAll(":.*", ""))
          .contains(
              "posts.jsonl",
              "table.csv",
              "empty.jsonl",
              "nothing.html",
              "rubbish.jsonl",
              "rubbish.html",
              "large.html",
              "bomb.jsonl.gz");
    }
  }

  @Test
  void standardInputIsReadWhenAsked() throws Exception {
    Path file = write("in.jsonl", "{\"corps\":\"un texte\"}\n{\"corps\":\"un autre\"}\n");
    MarsadProcess marsad =
        MarsadProcess.startReading(
            folder,
            file,
            "import",
            "--data",
            data(),
            "--format",
            "jsonl",
            "--map",
            "text=corps",
            "-");
    try (marsad) {
      assertThat(marsad.awaitExit(LIMIT)).as(marsad.err()).isEqualTo(ExitStatus.OK);
      assertThat(Json.MAPPER.readTree(marsad.lastLine()).get("indexed").asInt()).isEqualTo(2);
    }
  }

  @Test
  void besideARunningMarsadItGoesIntoThatOnesIndex() throws Exception {
    write("one.jsonl", "{\"title\":\"One\",\"text\":\"one\"}\n");
    try (DataDirectory data = DataDirectory.open(folder.resolve("data"));
        LocalIndex index = LocalIndex.open(new IndexOptions(), data);
        MarsadProcess marsad = MarsadProcess.start(folder, importing())) {
      assertThat(marsad.awaitExit(LIMIT)).as(marsad.err()).isEqualTo(ExitStatus.OK);
      assertThat(marsad.err()).contains("Elasticsearch  " + index.address().url());
      assertThat(new DocumentQueries(index.connection()).counts().documents().documents())
          .isEqualTo(1);
    }
  }

  @Test
  void afterAKillInTheMiddleEveryDocumentIsThereOnce() throws Exception {
    write(
        "many.jsonl",
        String.join(
            "\n",
            IntStream.range(0, LINES)
                .mapToObj(i -> "{\"title\":\"An article\",\"text\":\"text number " + i + "\"}")
                .toList()));
    try (MarsadProcess marsad = MarsadProcess.start(folder, importing())) {
      marsad.await("first documents", LIMIT, () -> marsad.indexedSoFar() > 500);
      marsad.kill();
    }

    JsonNode second = importArchive(ExitStatus.OK);

    assertAddsUp(second);
    assertThat(second.get("read").asInt()).isEqualTo(LINES);
    assertThat(second.get("duplicates").asInt()).isPositive();
    try (DataDirectory data = DataDirectory.open(folder.resolve("data"));
        LocalIndex index = LocalIndex.open(new IndexOptions(), data)) {
      assertThat(new DocumentQueries(index.connection()).counts().documents().documents())
          .isEqualTo(LINES);
    }
  }

  private String[] importing() {
    return new String[] {"import", "--data", data(), archive.toString()};
  }

  private JsonNode importArchive(int status) throws Exception {
    try (MarsadProcess marsad = MarsadProcess.start(folder, importing())) {
      assertThat(marsad.awaitExit(LIMIT)).as(marsad.err()).isEqualTo(status);
      if (status == ExitStatus.BAD_INPUT) {
        assertThat(marsad.err())
            .contains("were rejected")
            .contains("1 × read malformed-json, for example posts.jsonl:2: ")
            .contains("./marsad run --data " + data())
            .contains("Data           " + data());
      }
      return Json.MAPPER.readTree(marsad.lastLine());
    }
  }

  private static void assertAddsUp(JsonNode summary) {
    assertThat(summary.get("read").asInt())
        .isEqualTo(
            summary.get("indexed").asInt()
                + summary.get("duplicates").asInt()
                + summary.get("rejected").asInt());
    assertThat(summary.has("seconds")).isTrue();
    assertThat(summary.has("documentsPerSecond")).isTrue();
  }

  private String data() {
    return folder.resolve("data").toString();
  }

  private Path write(String name, String content) throws IOException {
    return Files.writeString(archive.resolve(name), content);
  }

  private static String page(String title, String text) {
    return "<html lang=en><head><title>"
        + title
        + "</title></head><body><article><h1>"
        + title
        + "</h1>"
        + ("<p>" + text + " " + text + "</p>").repeat(6)
        + "</article></body></html>";
  }

  private void writeLargePage(String name, int bytes) throws IOException {
    try (OutputStream out = Files.newOutputStream(archive.resolve(name))) {
      out.write("<html><body>".getBytes(UTF_8));
      byte[] paragraph = "<p>word word word word</p>".getBytes(UTF_8);
      for (int written = 0; written < bytes; written += paragraph.length) {
        out.write(paragraph);
      }
    }
  }

  private void writeBomb(String name, int bytes) throws IOException {
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(archive.resolve(name)))) {
      byte[] zeros = new byte[1_000_000];
      for (int written = 0; written < bytes; written += zeros.length) {
        out.write(zeros);
      }
    }
  }
}
