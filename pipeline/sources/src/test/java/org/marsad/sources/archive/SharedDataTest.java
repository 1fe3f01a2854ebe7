// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.marsad.model.DocumentKind;
import org.marsad.model.RawDocument;
import org.marsad.sources.article.ArticleExtractor;
import org.marsad.sources.article.DocumentExtractor;

/** Real texts and pages, which are no part of the repository. */
class SharedDataTest {
  private static final Path DATA =
      Path.of(System.getProperty("marsad.home"), "..", "shared", "data").normalize();

  @Test
  void importsEveryLineAndPageWithoutAMapping() throws Exception {
    Path texts = DATA.resolve("moroccan-text");
    Path pages = DATA.resolve("extraction/article-extraction-benchmark/html");
    assumeTrue(Files.isDirectory(texts), texts + " is absent");
    assumeTrue(Files.isDirectory(pages), pages + " is absent");
    Map<String, Long> expected = new HashMap<>();
    try (Stream<Path> files = Files.list(texts)) {
      for (Path file : files.toList()) {
        try (Stream<String> lines = Files.lines(file)) {
          expected.put(
              file.getFileName().toString().replace(".jsonl", ""),
              lines.filter(line -> !line.isBlank()).count());
        }
      }
    }
    expected.put("html", 181L);

    ArchiveRun run = ArchiveRun.of(texts, pages);

    assertThat(run.faults()).isEmpty();
    assertThat(countsBy(run.documents(), RawDocument::sourceId)).isEqualTo(expected);
    assertThat(countsBy(run.documents(), RawDocument::kind))
        .isEqualTo(
            Map.of(
                DocumentKind.ARTICLE, 562L + 1_794 + 181,
                DocumentKind.COMMENT, 1_138L + 15_742,
                DocumentKind.POST, 12_251L));
    assertCommentsKeepApart(
        run.documents().stream().filter(d -> d.sourceId().equals("hespress-comments")).toList());
  }

  private static void assertCommentsKeepApart(List<RawDocument> comments) {
    DocumentExtractor extractor = new DocumentExtractor(new ArticleExtractor());
    Set<String> ids = new HashSet<>();
    Set<List<String>> different = new HashSet<>();
    for (RawDocument comment : comments) {
      ids.add(Objects.requireNonNull(extractor.extract(comment).document()).id());
      different.add(List.of(String.valueOf(comment.parentUrl()), String.valueOf(comment.text())));
    }
    assertThat(ids).hasSameSizeAs(different);
  }

  private static <K> Map<K, Long> countsBy(
      List<RawDocument> documents, Function<RawDocument, K> key) {
    return documents.stream().collect(Collectors.groupingBy(key, Collectors.counting()));
  }
}
