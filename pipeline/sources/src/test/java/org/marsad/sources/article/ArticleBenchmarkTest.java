// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.article;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Holds the extractor to the figure in EXTRACTION.md. */
class ArticleBenchmarkTest {
  private static final double COMMITTED_F1 = 0.9805;
  private static final double TOLERANCE = 0.003;

  @Test
  void staysAsGoodAsCommitted() throws IOException {
    Path home = Path.of(System.getProperty("marsad.home", "."));
    Path folder = home.resolve("../shared/data/extraction/article-extraction-benchmark");
    assumeTrue(Files.isDirectory(folder), "the benchmark's pages are not here: " + folder);
    ArticleBenchmark.Result result =
        ArticleBenchmark.measure(ArticleBenchmark.pages(folder), ArticleBenchmark::marsad);
    System.out.printf(
        "benchmark: F1 %.4f, precision %.4f, recall %.4f%n",
        result.score().f1(), result.score().precision(), result.score().recall());
    assertThat(result.score().f1()).isGreaterThan(COMMITTED_F1 - TOLERANCE);
  }
}
