// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.marsad.demo.Comment;
import org.marsad.demo.DemoArchive;
import org.marsad.demo.OutletServer;
import org.marsad.model.Json;
import org.marsad.model.Pseudonyms;

/** Cited, read again and erased beside a running Marsad, which polls the fictional outlets. */
class ProvenanceTest {
  private static final Duration LIMIT = Duration.ofMinutes(4);
  private static final Pattern ELASTICSEARCH = Pattern.compile("Elasticsearch  (http\\S+)");

  @TempDir Path folder;

  @Test
  void aDocumentIsCitedReadAgainAndErasedWhileMarsadRuns() throws Exception {
    DemoArchive archive = DemoArchive.generate(LocalDate.of(2026, 6, 30));
    try (OutletServer outlets = OutletServer.start(archive, 0)) {
      Path catalogue = outlets.writeCatalogue(folder.resolve("outlets.yaml"));
      try (MarsadProcess marsad =
          MarsadProcess.start(
              folder, "run", "--data", data(), "--outlets", catalogue.toString(), "--port", "0")) {
        marsad.await("articles", LIMIT, () -> articles(marsad) > 20);
        JsonNode article = article(marsad);
        String url = article.get("url").asText();
        String text = Json.MAPPER.writeValueAsString(article.get("text").asText());
        assertThat(index(marsad)).contains(text);
        assertThat(archived()).contains(url + "\r\n");

        JsonNode cited = json(command(ExitStatus.OK, "cite", url, "--json"));
        assertThat(cited.get("check").asText()).isEqualTo("verified");
        assertThat(cited.get("robots").asText()).isEqualTo("allowed");
        assertThat(cited.get("sha256").asText()).hasSize(64);
        assertThat(cited.get("versions").asInt()).isEqualTo(1);

        JsonNode replayed =
            json(command(ExitStatus.OK, "replay", folder.resolve("data/archive").toString()));
        assertThat(replayed.get("same").asInt()).isGreaterThan(20);
        assertThat(replayed.get("changed").asInt()).isZero();
        assertThat(replayed.get("gone").asInt()).isZero();
        assertThat(replayed.get("written").asInt()).isZero();

        JsonNode erased = json(command(ExitStatus.OK, "erase", "--url", url, "--yes"));
        assertThat(erased.get("documents").asInt()).isEqualTo(1);
        assertThat(erased.get("archiveRecords").asInt()).isPositive();
        assertThat(index(marsad)).doesNotContain(text, "\"" + url + "\"");
        assertThat(archived()).isNotEmpty().doesNotContain(url + "\r\n");
        assertThat(Files.readString(folder.resolve("data/erasures.jsonl")))
            .contains("on-request")
            .doesNotContain(url, article.get("id").asText());

        String gone = command(ExitStatus.ENVIRONMENT, "cite", url);
        assertThat(gone).contains("was erased", "on-request");
        anAccountIsErasedByItsName(marsad, archive);
        assertThat(marsad.isAlive()).isTrue();
      }
    }
  }

  private void anAccountIsErasedByItsName(MarsadProcess marsad, DemoArchive archive)
      throws Exception {
    JsonNode comment =
        search(marsad, "marsad-documents/_search?q=kind:COMMENT&size=1").at("/hits/hits/0/_source");
    String source = comment.get("sourceId").asText();
    String pseudonym = comment.get("author").asText();
    Pseudonyms pseudonyms =
        new Pseudonyms(Files.readAllBytes(folder.resolve("data/secrets/pseudonym.key")));
    String name =
        archive.outlets().stream()
            .flatMap(outlet -> archive.articles(outlet).stream())
            .flatMap(article -> article.comments().stream())
            .map(Comment::author)
            .filter(one -> pseudonyms.of(source, one).equals(pseudonym))
            .findFirst()
            .orElseThrow();

    JsonNode erased =
        json(command(ExitStatus.OK, "erase", "--account", source + ":" + name, "--yes"));
    assertThat(erased.get("documents").asInt()).isPositive();
    assertThat(index(marsad)).doesNotContain(pseudonym);
  }

  private static long articles(MarsadProcess marsad) {
    try {
      return search(marsad, "marsad-documents/_search?q=kind:ARTICLE&size=0")
          .at("/hits/total/value")
          .asLong();
    } catch (IOException notYet) {
      return 0;
    }
  }

  private static JsonNode article(MarsadProcess marsad) throws IOException {
    return search(marsad, "marsad-documents/_search?q=kind:ARTICLE&size=1")
        .at("/hits/hits/0/_source");
  }

  /** The stored JSON of all indices, whatever the aliases show. */
  private static String index(MarsadProcess marsad) throws IOException {
    return search(marsad, "marsad-*/_search?size=10000").toString();
  }

  private static JsonNode search(MarsadProcess marsad, String path) throws IOException {
    Matcher url = ELASTICSEARCH.matcher(marsad.err());
    if (!url.find()) {
      throw new IOException("it is not up yet");
    }
    return json(MarsadProcess.get(url.group(1) + "/" + path));
  }

  private String archived() throws IOException {
    StringBuilder all = new StringBuilder();
    try (Stream<Path> files = Files.list(folder.resolve("data/archive"))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".gz")).toList()) {
        try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
          all.append(new String(in.readAllBytes(), UTF_8));
        }
      }
    }
    return all.toString();
  }

  /** What the command printed last: its result, or its fault. */
  private String command(int status, String... arguments) throws Exception {
    String[] all =
        Stream.concat(Stream.of(arguments), Stream.of("--data", data())).toArray(String[]::new);
    try (MarsadProcess marsad = MarsadProcess.start(folder, all)) {
      assertThat(marsad.awaitExit(LIMIT)).as(marsad.err()).isEqualTo(status);
      return status == ExitStatus.OK ? marsad.lastLine() : marsad.err();
    }
  }

  private String data() {
    return folder.resolve("data").toString();
  }

  private static JsonNode json(String text) throws IOException {
    return Json.MAPPER.readTree(text);
  }
}
