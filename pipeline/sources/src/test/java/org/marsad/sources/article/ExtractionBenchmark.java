// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.article;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import net.dankito.readability4j.Readability4J;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** Milliseconds for all pages of the article extraction benchmark on one thread. */
@State(Scope.Thread)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Threads(1)
@Fork(1)
@Warmup(iterations = 4)
@Measurement(iterations = 6)
public class ExtractionBenchmark {
  /** The benchmark's folder. */
  @Param("../shared/data/extraction/article-extraction-benchmark")
  public String folder = "";

  private final ArticleExtractor extractor = new ArticleExtractor();
  private List<ArticleBenchmark.Page> pages = List.of();

  /**
   * Runs the benchmark.
   *
   * @param options JMH's own, such as {@code -p folder=…}
   */
  public static void main(String[] options) throws CommandLineOptionException, RunnerException {
    new Runner(
            new OptionsBuilder()
                .parent(new CommandLineOptions(options))
                .include(ExtractionBenchmark.class.getName())
                .build())
        .run();
  }

  /** Reads the pages into memory. */
  @Setup
  public void read() throws IOException {
    pages = ArticleBenchmark.pages(Path.of(folder));
  }

  /** The text and all facts of each page. */
  @Benchmark
  public int marsad() {
    int characters = 0;
    for (ArticleBenchmark.Page page : pages) {
      if (extractor.extract(page.html(), page.url()) instanceof ExtractedArticle article) {
        characters += article.text().length();
      }
    }
    return characters;
  }

  /** The text and what it finds of title and byline. */
  @Benchmark
  public int readability4j() {
    int characters = 0;
    for (ArticleBenchmark.Page page : pages) {
      @Nullable String text = new Readability4J(page.url(), page.html()).parse().getTextContent();
      characters += text == null ? 0 : text.length();
    }
    return characters;
  }
}
