// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.dashboards.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.marsad.dashboards.samples.SampleAlerts;
import org.marsad.dashboards.samples.SampleDocuments;
import org.marsad.dashboards.samples.SampleServer;
import org.marsad.index.EmbeddedIndex;

/** Whatever can be asked for by looking has neither a slur nor a private author's pseudonym. */
class NothingLeavesTest {
  @RegisterExtension static final SampleServer SERVER = new SampleServer();

  private static final Pattern DECLARED = Pattern.compile("\\.get\\(\\s*\"(/[^\"]*)\"\\)");

  /** Models learn from what was written, not from dots: like a reveal, it is recorded first. */
  private static final String TRAINING_TEXTS = "/api/feedback/export.jsonl";

  /** Of a document, whose paths are put together. */
  private static final List<String> PARTS =
      List.of("", "/history", "/story", "/tellings", "/citation");

  /** Every path that a source of the server declares, so that a new one is looked at as well. */
  static Stream<String> paths() throws IOException {
    TreeSet<String> paths = new TreeSet<>();
    Path sources = EmbeddedIndex.HOME.resolve("dashboards/server/src/main/java");
    try (Stream<Path> files = Files.walk(sources)) {
      files
          .filter(file -> file.toString().endsWith(".java"))
          .forEach(
              file ->
                  DECLARED
                      .matcher(read(file))
                      .results()
                      .map(found -> found.group(1))
                      .forEach(paths::add));
    }
    paths.remove(TRAINING_TEXTS);
    PARTS.forEach(part -> paths.add("/api/documents/{id}" + part));
    return paths.stream().flatMap(NothingLeavesTest::filled);
  }

  @Test
  void thePathsAreThoseOfTheServer() throws IOException {
    assertThat(paths())
        .contains("/api/search", "/api/documents/masked", "/api/documents/masked/citation")
        .hasSizeGreaterThan(20);
  }

  @ParameterizedTest
  @MethodSource("paths")
  void hasNoSlurAndNoAuthor(String path) throws Exception {
    HttpResponse<String> answer = SERVER.api().get(path);

    // 503 is how the health of alerting is told while it is silent.
    assertThat(answer.statusCode()).as(answer.body()).matches(one -> one < 500 || one == 503);
    assertThat(answer.body().toLowerCase(Locale.ROOT))
        .doesNotContain(SampleDocuments.SLUR, SampleDocuments.AUTHOR, "\"author\":");
  }

  @Test
  void onlyARevealShowsTheSlur() throws Exception {
    assertThat(
            SERVER.api().post("/api/documents/masked/reveal", "").body().toLowerCase(Locale.ROOT))
        .contains(SampleDocuments.SLUR)
        .doesNotContain(SampleDocuments.AUTHOR);
  }

  private static Stream<String> filled(String path) {
    if (!path.contains("{")) {
      return Stream.of(path);
    }
    List<String> ids =
        path.contains("/incidents/")
            ? List.of(SampleAlerts.RISE, SampleAlerts.ESCALATION)
            : path.contains("/rules/")
                ? List.of(SampleAlerts.RULE)
                : List.of(SampleDocuments.MASKED_ID);
    return ids.stream().map(id -> path.replaceAll("\\{[^}]*\\}", id));
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
