// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.article;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.assertj.core.api.SoftAssertions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.marsad.model.Json;

/**
 * Pages of invented outlets in the layouts of real ones. What each holds was written down by hand
 * before the extractor saw it.
 */
class OwnPagesTest {
  private static final Instant NOW = Instant.parse("2026-11-01T00:00:00Z");
  private static final double LEAST_F1 = 0.9;
  private static final double LEAST_AVERAGE = 0.97;

  private final ArticleExtractor extractor =
      new ArticleExtractor(ArticleExtractor.DEFAULT_LIMIT, Clock.fixed(NOW, ZoneOffset.UTC));

  static List<String> names() throws IOException, URISyntaxException {
    try (Stream<Path> files = Files.list(folder())) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".html"))
          .map(name -> name.replace(".html", ""))
          .sorted()
          .toList();
    }
  }

  private static Path folder() throws URISyntaxException {
    return Path.of(Objects.requireNonNull(OwnPagesTest.class.getResource("pages")).toURI());
  }

  private static JsonNode expected(String name) {
    try {
      return Json.MAPPER.readTree(folder().resolve(name + ".json").toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private PageContent found(String name) {
    try {
      byte[] page = Files.readAllBytes(folder().resolve(name + ".html"));
      return extractor.extract(page, expected(name).path("url").asText(), null);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  @ParameterizedTest
  @MethodSource("names")
  void findsWhatAPersonFound(String name) {
    JsonNode expected = expected(name);
    PageContent content = found(name);
    if (expected.has("reason")) {
      assertThat(content)
          .isInstanceOfSatisfying(
              NoArticle.class,
              none -> assertThat(none.reason()).isEqualTo(expected.path("reason").asText()));
      return;
    }
    assertThat(content).isInstanceOf(ExtractedArticle.class);
    ExtractedArticle article = (ExtractedArticle) content;
    SoftAssertions.assertSoftly(
        softly -> {
          softly
              .assertThat(f1(expected.path("text").asText(), article.text()))
              .describedAs(article.text())
              .isGreaterThanOrEqualTo(LEAST_F1);
          StreamSupport.stream(expected.path("comments").spliterator(), false)
              .forEach(
                  comment -> softly.assertThat(article.text()).doesNotContain(comment.asText()));
          same(softly, expected, "title", article.title());
          same(softly, expected, "byline", article.byline());
          same(softly, expected, "published", article.published());
          same(softly, expected, "precision", article.precision());
          same(softly, expected, "modified", article.modified());
          same(softly, expected, "section", article.section());
          same(softly, expected, "language", article.language());
          same(softly, expected, "canonicalUrl", article.canonicalUrl());
          if (expected.has("dayInUrl")) {
            same(softly, expected, "dayInUrl", article.dayInUrl());
          }
        });
  }

  private static void same(
      SoftAssertions softly, JsonNode expected, String field, @Nullable Object found) {
    if (expected.path("missed").has(field)) {
      softly.assertThat(found).describedAs("%s is no longer missed", field).isNull();
      return;
    }
    softly
        .assertThat(found == null ? null : found.toString())
        .describedAs(field)
        .isEqualTo(expected.path(field).asText(null));
  }

  private static double f1(String truth, String found) {
    ShingleScore score = new ShingleScore();
    score.add(truth, found);
    return score.precision() + score.recall() == 0 ? 0 : score.f1();
  }

  @Test
  void isNearlyRightOnAverage() throws IOException, URISyntaxException {
    ShingleScore all = new ShingleScore();
    for (String name : names()) {
      JsonNode expected = expected(name);
      if (expected.has("text")) {
        all.add(
            expected.path("text").asText(),
            found(name) instanceof ExtractedArticle article ? article.text() : "");
      }
    }
    System.out.printf(
        "own pages: F1 %.4f, precision %.4f, recall %.4f%n",
        all.f1(), all.precision(), all.recall());
    assertThat(all.f1()).isGreaterThanOrEqualTo(LEAST_AVERAGE);
  }
}
