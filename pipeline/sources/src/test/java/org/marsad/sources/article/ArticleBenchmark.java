// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.article;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import net.dankito.readability4j.Readability4J;
import org.marsad.model.Json;

/**
 * Measures the extractor beside its neighbours on the article extraction benchmark (Zyte, MIT).
 * EXTRACTION.md tells how to run it.
 */
final class ArticleBenchmark {
  private ArticleBenchmark() {}

  record Page(String id, String url, String html, String truth) {}

  /** A way from a page to its text. */
  interface Method {
    String text(String html, String url);
  }

  /** What a method came to, and its wall-clock time for a page in milliseconds. */
  record Result(ShingleScore score, double millis) {}

  /**
   * @param args the benchmark's folder, and optionally a folder that gets what was found, a text
   *     file a page
   */
  public static void main(String[] args) throws IOException {
    List<Page> pages = pages(Path.of(args[0]));
    System.out.printf("%-14s %6s %9s %6s %8s%n", "method", "F1", "precision", "recall", "ms/page");
    print("marsad", pages, ArticleBenchmark::marsad);
    print("readability4j", pages, ArticleBenchmark::readability);
    print("boilerpipe", pages, OtherMethods::boilerpipe);
    print("paragraphs", pages, OtherMethods::paragraphs);
    if (args.length > 1) {
      report(pages, Path.of(args[1]));
    }
  }

  static String marsad(String html, String url) {
    return new ArticleExtractor().extract(html, url) instanceof ExtractedArticle article
        ? article.text()
        : "";
  }

  private static String readability(String html, String url) {
    String text = new Readability4J(url, html).parse().getTextContent();
    return text == null ? "" : text;
  }

  static List<Page> pages(Path folder) throws IOException {
    List<Page> pages = new ArrayList<>();
    JsonNode truths = Json.MAPPER.readTree(folder.resolve("ground-truth.json").toFile());
    for (Map.Entry<String, JsonNode> truth : truths.properties()) {
      Path file = folder.resolve("html").resolve(truth.getKey() + ".html.gz");
      try (InputStream html = new GZIPInputStream(Files.newInputStream(file))) {
        pages.add(
            new Page(
                truth.getKey(),
                truth.getValue().path("url").asText(),
                new String(html.readAllBytes(), StandardCharsets.UTF_8),
                truth.getValue().path("articleBody").asText()));
      }
    }
    return pages;
  }

  static Result measure(List<Page> pages, Method method) {
    ShingleScore score = new ShingleScore();
    long spent = 0;
    for (Page page : pages) {
      long start = System.nanoTime();
      String found = method.text(page.html, page.url);
      spent += System.nanoTime() - start;
      score.add(page.truth, found);
    }
    return new Result(score, spent / 1e6 / pages.size());
  }

  private static void print(String name, List<Page> pages, Method method) {
    for (int warmUp = 0; warmUp < 3; warmUp++) {
      measure(pages, method);
    }
    Result result = measure(pages, method);
    ShingleScore score = result.score;
    System.out.printf(
        "%-14s %6.4f %9.4f %6.4f %8.2f%n",
        name, score.f1(), score.precision(), score.recall(), result.millis);
  }

  private static void report(List<Page> pages, Path folder) throws IOException {
    Files.createDirectories(folder);
    for (Page page : pages) {
      String found = marsad(page.html, page.url);
      Files.writeString(folder.resolve(page.id + ".txt"), found);
    }
  }
}
