// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.article;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Pages that nobody writes, but that a server may send. The limit is far above what they take. */
class HugePagesTest {
  private static final Duration AT_MOST = Duration.ofSeconds(60);
  private static final String SENTENCE =
      "Une phrase assez longue pour faire un article à elle seule, sans aucune autre. ";

  private final ArticleExtractor extractor = new ArticleExtractor();

  static Stream<Arguments> pages() {
    return Stream.of(
        Arguments.of("deep nesting", "<div>".repeat(100_000) + SENTENCE),
        Arguments.of("deep nesting with texts", "<center>a ".repeat(100_000)),
        Arguments.of("many empty elements", "<div></div>".repeat(100_000)),
        Arguments.of("nested articles", "<article>x".repeat(50_000)),
        Arguments.of("many links", "<a href=/x>lien</a> ".repeat(200_000)),
        Arguments.of("many headings", "<h1>Titre</h1><h2>Sous-titre</h2>".repeat(50_000)),
        Arguments.of("one long text", SENTENCE.repeat(65_000)),
        Arguments.of("one long word", "x".repeat(5_000_000)),
        Arguments.of("one long attribute", "<p class='" + "a ".repeat(2_000_000) + "'>x</p>"),
        Arguments.of(
            "deep nesting with names", "<div class='a related-b'><p>x</p>".repeat(100_000)),
        Arguments.of("many tiny tags", "<b>x</b>".repeat(1_000_000)),
        Arguments.of(
            "long statements",
            "<script type=application/ld+json>{\"@type\":\"NewsArticle\",\"articleBody\":\""
                + SENTENCE.repeat(60_000)
                + "\"}</script>"),
        Arguments.of(
            "deep statements",
            "<script type=application/ld+json>" + "{\"@graph\":[".repeat(200_000) + "</script>"),
        Arguments.of("an unclosed comment", "<!-- " + SENTENCE.repeat(60_000)),
        // CVE-2022-24839 and CVE-2022-28366 of an HTML parser: they filled the memory.
        Arguments.of("many instructions", "<?x ".repeat(500_000)),
        Arguments.of("an unclosed instruction", "<?x " + "a=\"b\" ".repeat(500_000)),
        Arguments.of("an instruction of marks", "<?" + "?".repeat(2_000_000)),
        Arguments.of("an unclosed script", "<script>" + SENTENCE.repeat(60_000)),
        Arguments.of("many entities", "&lt;&#1593;&amp;&nosuch;".repeat(200_000)),
        Arguments.of(
            "many cards",
            "<div class=c><a href=/x>Un autre article</a><p>Texte</p></div>".repeat(50_000)),
        Arguments.of("many comments", "<div class=comment><p>Bravo.</p></div>".repeat(100_000)),
        Arguments.of("many paragraphs", ("<p>" + SENTENCE + "</p>").repeat(100_000)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("pages")
  void comesToAnEnd(String what, String body) {
    long start = System.nanoTime();
    PageContent content =
        assertTimeoutPreemptively(
            AT_MOST,
            () ->
                extractor.extract("<html><body>" + body + "</body></html>", "https://a.example/x"));
    System.out.printf("%s: %d ms%n", what, (System.nanoTime() - start) / 1_000_000);
    assertThat(content).describedAs(what).isNotNull();
  }

  @Test
  void keepsTheTextOfALongPage() {
    String body = ("<p>" + SENTENCE + "</p>").repeat(50_000);
    assertThat(extractor.extract("<article>" + body + "</article>", null))
        .isInstanceOfSatisfying(
            ExtractedArticle.class,
            article -> assertThat(article.text()).hasSizeGreaterThan(40_000 * SENTENCE.length()));
  }
}
