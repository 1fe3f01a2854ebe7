// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.article;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArticleExtractorTest {
  private static final Instant NOW = Instant.parse("2026-08-01T00:00:00Z");

  private final ArticleExtractor extractor =
      new ArticleExtractor(ArticleExtractor.DEFAULT_LIMIT, Clock.fixed(NOW, ZoneOffset.UTC));

  private ExtractedArticle fixture(String name, String url) throws IOException {
    return (ExtractedArticle) extractor.extract(bytes(name), url, "text/html");
  }

  private static byte[] bytes(String name) throws IOException {
    try (InputStream page = ArticleExtractorTest.class.getResourceAsStream(name)) {
      return Objects.requireNonNull(page, name).readAllBytes();
    }
  }

  private PageContent ofBody(String body) {
    return extractor.extract("<html><body>" + body + "</body></html>", "https://a.example/x");
  }

  @Test
  void readsAnArabicPageWithoutItsSurroundings() throws IOException {
    ExtractedArticle article = fixture("arabic-wordpress.html", "https://www.jarida.example/?p=12");
    assertThat(article.text())
        .startsWith("افتتحت جمعية محلية")
        .endsWith("قرب السوق البلدي.")
        .contains("دروس في المساء", "تعلمت القراءة هنا", "دروس اللغة الفرنسية يوم الأربعاء")
        .doesNotContain("اقرأ أيضا", "مباراة ودية", "تعليق", "شارك", "ملفات تعريف", "الحقوق");
    assertThat(article.title()).isEqualTo("افتتاح مركز جديد لتعليم اللغات في حي السلام");
    assertThat(article.published()).isEqualTo("2026-07-20T09:15:00Z");
    assertThat(article.language()).isEqualTo("ar-MA");
    assertThat(article.section()).isEqualTo("مجتمع");
    assertThat(article.byline()).isEqualTo("هيئة التحرير");
    assertThat(article.canonicalUrl()).isEqualTo("https://jarida.example/2026/07/20/center");
    assertThat(article.method()).isEqualTo("dom");
  }

  @Test
  void readsTextPartedByLineBreaksAndIgnoresACanonicalHomePage() throws IOException {
    ExtractedArticle article = fixture("french-spip.html", "https://quotidien.example/a12");
    assertThat(article.text().split("\n\n")).hasSize(3);
    assertThat(article.text())
        .startsWith("Après deux ans")
        .endsWith("avant la fin de l’été.")
        .doesNotContain("lecteur fictif", "droits réservés");
    assertThat(article.canonicalUrl()).isEqualTo("https://quotidien.example/a12");
    assertThat(article.published()).isEqualTo("2026-07-20T13:30:00Z");
  }

  @Test
  void believesJsonLdWhereTheMarkupHoldsNoArticle() throws IOException {
    ExtractedArticle article = fixture("spanish-jsonld.html", "https://diario.example/n");
    assertThat(article.method()).isEqualTo("json-ld");
    assertThat(article.text()).startsWith("Un grupo de vecinos").endsWith("horario en otoño.");
    assertThat(article.title()).isEqualTo("Vecinos abren una biblioteca & un huerto");
    assertThat(article.byline()).isEqualTo("Ana Inventada, Luis Inventado");
    assertThat(article.section()).isEqualTo("Local, Cultura");
    assertThat(article.language()).isEqualTo("es");
  }

  @Test
  void readsABlogWithoutMetadata() throws IOException {
    ExtractedArticle article = fixture("darija-blog.html", "https://blog.example/nhar");
    assertThat(article.text()).startsWith("البارح مشيت").endsWith("مع صحابي.");
    assertThat(article.published()).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          <meta name=date content='20 juillet 2026 à 14h30'>
          <script type='application/ld+json'>{"@type":"Article","datePublished":"20/07/2026 14:30"}</script>
          <time datetime='20 يوليوز 2026 - 14:30'>hier</time>
          <time>الإثنين ٢٠ يوليوز ٢٠٢٦ - ١٤:٣٠</time>
          """)
  void readsTheDateInTheOutletsOwnWords(String markup) {
    String paragraph =
        "<p>Un paragraphe assez long pour que la page ait un article, même court.</p>";
    assertThat(ofBody(markup + paragraph.repeat(3)))
        .isInstanceOfSatisfying(
            ExtractedArticle.class,
            article -> assertThat(article.published()).isEqualTo("2026-07-20T13:30:00Z"));
  }

  @Test
  void keepsAllEntriesOfALiveTicker() throws IOException {
    assertThat(fixture("live-ticker.html", "https://a.example/direct").text())
        .contains("passe la ligne", "dernière côte", "départ est donné");
  }

  @Test
  void findsNoArticleOnAList() throws IOException {
    assertThat(extractor.extract(bytes("list.html"), "https://a.example/", null))
        .isInstanceOfSatisfying(
            NoArticle.class, none -> assertThat(none.reason()).isEqualTo("no-article"));
  }

  @ParameterizedTest
  @CsvSource({
    "https://autre.example/a, https://site.example/x",
    "https://site.example/, https://site.example/x",
    "https://www.site.example/b, https://www.site.example/b",
    "https://m.site.example/b, https://m.site.example/b"
  })
  void trustsACanonicalLinkOnItsOwnSiteOnly(String canonical, String expected) {
    String page =
        "<link rel=canonical href='"
            + canonical
            + "'><p>Un paragraphe assez long pour que la page ait un article, même très court.</p>";
    assertThat(extractor.extract(page, "https://site.example/x"))
        .isInstanceOfSatisfying(
            ExtractedArticle.class,
            article -> assertThat(article.canonicalUrl()).isEqualTo(expected));
  }

  @Test
  void refusesWhatIsTooLarge() {
    assertThat(extractor.extract(new byte[50 * 1024 * 1024], null, "text/html"))
        .isInstanceOfSatisfying(
            NoArticle.class, none -> assertThat(none.reason()).isEqualTo("too-large"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"%PDF-1.7", "PK\u0003\u0004", "\u0000\u0001\u0002\u0003\u0004\u0005\u0006\u0007"})
  void refusesBinaryRubbish(String start) {
    byte[] rubbish = start.repeat(100).getBytes(StandardCharsets.ISO_8859_1);
    assertThat(extractor.extract(rubbish, null, "text/html"))
        .isInstanceOfSatisfying(
            NoArticle.class, none -> assertThat(none.reason()).isEqualTo("not-text"));
  }

  @Test
  void findsNothingOnEmptyPages() {
    assertThat(extractor.extract("", null)).isInstanceOf(NoArticle.class);
    assertThat(ofBody("")).isInstanceOf(NoArticle.class);
    assertThat(ofBody("<script>var a = 'texte';</script><p>Ok</p>")).isInstanceOf(NoArticle.class);
  }

  @Test
  void cleansWhatCannotBeStored() {
    String paragraph = "Une phrase \u0000assez longue \uD83Dpour faire un article à elle seule. ";
    ExtractedArticle article =
        (ExtractedArticle) ofBody("<p>" + paragraph.repeat(5) + "&#0;&#xD800;</p>");
    assertThat(article.text()).doesNotContain("\u0000", "\uD83D").contains("longue pour");
  }

  /** The depth is the test: it would overflow the stack of anything recursive. */
  @Test
  void survivesDeepNesting() {
    String sentence = "Une phrase assez longue pour faire un article à elle seule, sans autre. ";
    String deep = "<div>".repeat(100_000) + "<p>" + sentence.repeat(5);
    assertThat(ofBody("<p>" + sentence.repeat(5) + "</p>" + deep)).isNotNull();
    assertThat(ofBody("<article><blockquote><ul><li>".repeat(6_000))).isNotNull();
    assertThat(ofBody("<b><i>".repeat(10_000) + sentence)).isNotNull();
  }

  /** Minutes, where another extractor takes quadratic time. */
  @ParameterizedTest
  @CsvSource({"<div>, 19000", "<svg><g>, 100000", "<p>, 19000", "<a href=x>, 9000"})
  void takesNoLongOverManyElements(String tags, int times) {
    assertTimeoutPreemptively(
        Duration.ofSeconds(20),
        () -> assertThat(ofBody(tags.repeat(times))).isInstanceOf(NoArticle.class));
  }

  @Test
  void takesNoLongOverALongTitle() {
    String page = "<title>a" + "&nbsp;".repeat(25_000) + "b</title><p>Un texte assez court.</p>";
    assertTimeoutPreemptively(
        Duration.ofSeconds(20),
        () -> assertThat(extractor.extract(page, null)).isInstanceOf(NoArticle.class));
  }

  @Test
  void takesNoLongOverManyAttributes() {
    assertTimeoutPreemptively(
        Duration.ofSeconds(20),
        () ->
            assertThat(ofBody("<p" + " a=b".repeat(200_000) + ">")).isInstanceOf(NoArticle.class));
  }
}
