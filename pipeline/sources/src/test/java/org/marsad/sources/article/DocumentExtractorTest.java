// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.marsad.model.DatedBy;
import org.marsad.model.Document;
import org.marsad.model.DocumentIds;
import org.marsad.model.DocumentKind;
import org.marsad.model.RawDocument;
import org.marsad.model.Rejection;
import org.marsad.model.Stage;

class DocumentExtractorTest {
  private static final Instant CAPTURED = Instant.parse("2026-08-01T00:00:00Z");
  private static final Instant IN_FEED = Instant.parse("2026-07-30T08:00:00Z");
  private static final String URL = "https://a.example/2026/07/titre";
  private static final String PARAGRAPHS =
      "<p>Un paragraphe assez long pour que la page ait un article, même très court.</p>".repeat(5);

  private final DocumentExtractor extractor =
      new DocumentExtractor(
          new ArticleExtractor(
              ArticleExtractor.DEFAULT_LIMIT, Clock.fixed(CAPTURED, ZoneOffset.UTC)));

  private static RawDocument raw(
      DocumentKind kind,
      @Nullable String nativeId,
      @Nullable String url,
      @Nullable String parentUrl,
      @Nullable String text,
      byte @Nullable [] body) {
    return RawDocument.builder("journal", kind, CAPTURED, "fichier#1")
        .nativeId(nativeId)
        .url(url)
        .parentUrl(parentUrl)
        .title("Titre du flux")
        .text(text)
        .body(body)
        .contentType("text/html")
        .byline("Signature du flux")
        .published(IN_FEED)
        .language("fr")
        .build();
  }

  private static RawDocument page(String html) {
    byte[] body = html.getBytes(StandardCharsets.UTF_8);
    return raw(DocumentKind.ARTICLE, "n1", URL + "?utm_source=x", null, null, body);
  }

  private static RawDocument comment(@Nullable String nativeId, @Nullable String url, String text) {
    return raw(DocumentKind.COMMENT, nativeId, url, URL + "#comments", text, null);
  }

  private Document document(RawDocument raw) {
    return Objects.requireNonNull(extractor.extract(raw).document());
  }

  private Rejection rejection(RawDocument raw) {
    return Objects.requireNonNull(extractor.extract(raw).rejection());
  }

  @Test
  void knowsAnArticleByItsUrlThenItsNativeIdThenItsText() {
    RawDocument all = raw(DocumentKind.ARTICLE, "n1", URL + "?fbclid=1", null, "Texte.", null);
    RawDocument without = raw(DocumentKind.ARTICLE, "n1", null, null, "Texte.", null);
    RawDocument bare = raw(DocumentKind.ARTICLE, null, null, null, "Texte.", null);
    assertThat(document(all).id()).isEqualTo(DocumentIds.ofUrl(URL));
    assertThat(document(without).id()).isEqualTo(DocumentIds.ofNativeId("journal", "n1"));
    assertThat(document(bare).id())
        .isEqualTo(DocumentIds.ofText("journal", "Titre du flux", "Texte."));
  }

  @Test
  void tiesACommentToItsArticle() {
    Document own = document(comment("7", URL + "#comment-7", "Bravo."));
    assertThat(own.parentId()).isEqualTo(document(page(PARAGRAPHS)).id());
    assertThat(own.id()).isEqualTo(DocumentIds.ofUrl(URL + "#comment-7"));
  }

  @Test
  void tiesAnAnswerToItsPost() {
    Document post = document(raw(DocumentKind.POST, "t3_a", URL, null, "Un.", null));
    RawDocument answer = raw(DocumentKind.COMMENT, "t1_b", URL + "/_/b/", URL, "Deux.", null);

    assertThat(document(answer.toBuilder().parentNativeId("t3_a").build()).parentId())
        .isEqualTo(post.id());
    assertThat(document(answer.toBuilder().parentNativeId("t3_a").build()).id())
        .isEqualTo(document(answer).id());
  }

  @Test
  void tellsCommentsApartThatGiveTheArticlesUrl() {
    Document first = document(comment(null, URL, "Bravo."));
    Document second = document(comment(null, URL, "Merci."));
    Document again = document(comment(null, URL, "Bravo."));
    assertThat(first.id()).isNotEqualTo(second.id()).isEqualTo(again.id());
    assertThat(first.id()).isNotEqualTo(DocumentIds.ofUrl(URL));
    assertThat(document(comment("7", URL + "?page=2", "Bravo.")).id())
        .isEqualTo(DocumentIds.ofNativeId("journal", "7"));
  }

  @Test
  void tellsTheSameWordsUnderTwoArticlesApart() {
    RawDocument here = raw(DocumentKind.COMMENT, null, null, URL + "?fbclid=1", "Bravo.", null);
    RawDocument again = raw(DocumentKind.COMMENT, null, URL, URL, "Bravo.", null);
    RawDocument there = raw(DocumentKind.COMMENT, null, null, URL + "-2", "Bravo.", null);
    RawDocument thereByUrl = raw(DocumentKind.COMMENT, null, URL + "-2", null, "Bravo.", null);
    assertThat(document(here).id()).isEqualTo(document(again).id());
    assertThat(document(there).id())
        .isNotEqualTo(document(here).id())
        .isEqualTo(document(thereByUrl).id());
  }

  @Test
  void prefersWhatThePageStates() {
    String head =
        "<html lang=ar><head><meta property='og:title' content='Titre de la page'>"
            + "<meta name=author content='Signature de la page'>"
            + "<meta property='article:section' content='Société'>"
            + "<meta property='article:published_time' content='2026-07-29T10:00:00Z'></head>";
    Document found = document(page(head + "<body>" + PARAGRAPHS));
    assertThat(found.title()).isEqualTo("Titre de la page");
    assertThat(found.byline()).isEqualTo("Signature de la page");
    assertThat(found.section()).isEqualTo("Société");
    assertThat(found.declaredLanguage()).isEqualTo("ar");
    assertThat(found.published()).isEqualTo("2026-07-29T10:00:00Z");
    assertThat(found.charset()).isEqualTo("UTF-8");
  }

  @Test
  void fallsBackToWhatTheFeedStates() {
    Document found = document(page("<body>" + PARAGRAPHS));
    assertThat(found.title()).isEqualTo("Titre du flux");
    assertThat(found.byline()).isEqualTo("Signature du flux");
    assertThat(found.declaredLanguage()).isEqualTo("fr");
    assertThat(found.published()).isEqualTo(IN_FEED);
  }

  @Test
  void prefersTheFeedsTimeToTheDayInTheUrl() {
    byte[] body = ("<body>" + PARAGRAPHS).getBytes(StandardCharsets.UTF_8);
    String dated = "https://a.example/2026/07/29/titre";
    RawDocument inFeed = raw(DocumentKind.ARTICLE, "n1", dated, null, null, body);
    assertThat(document(inFeed).published()).isEqualTo(IN_FEED);
    RawDocument alone =
        RawDocument.builder("journal", DocumentKind.ARTICLE, CAPTURED, dated)
            .url(dated)
            .body(body)
            .contentType("text/html")
            .build();
    assertThat(document(alone).published()).isEqualTo("2026-07-29T11:00:00Z");
    assertThat(document(alone).datedBy()).isEqualTo(DatedBy.URL_DAY);
  }

  @Test
  void saysWhatADateRestsOn() {
    String day = "<head><meta property='article:published_time' content='2026-07-29'></head>";
    String time = "<head><meta name=date content='2026-07-29T10:00:00Z'></head>";
    assertThat(document(page(time + PARAGRAPHS)).datedBy()).isEqualTo(DatedBy.PAGE_TIME);
    Document dated = document(page(day + PARAGRAPHS));
    assertThat(dated.published()).isEqualTo(IN_FEED);
    assertThat(dated.datedBy()).isEqualTo(DatedBy.FEED);
  }

  /** A sitemap's day is its noon, which a page's own statements beat. */
  @Test
  void aFeedsDayIsNoTime() {
    String day = "<head><meta property='article:published_time' content='2026-07-29'></head>";
    String time = "<head><meta name=date content='2026-07-29T10:00:00Z'></head>";

    assertThat(document(ofDay("<body>" + PARAGRAPHS)).datedBy()).isEqualTo(DatedBy.FEED_DAY);
    assertThat(document(ofDay(day + PARAGRAPHS)).datedBy()).isEqualTo(DatedBy.PAGE_DAY);
    assertThat(document(ofDay(time + PARAGRAPHS)).published()).isEqualTo("2026-07-29T10:00:00Z");
  }

  private static RawDocument ofDay(String html) {
    return RawDocument.builder("journal", DocumentKind.ARTICLE, CAPTURED, URL)
        .url(URL)
        .body(html.getBytes(StandardCharsets.UTF_8))
        .contentType("text/html")
        .published(Instant.parse("2026-07-28T11:00:00Z"))
        .dayOnly(true)
        .build();
  }

  @Test
  void keepsWhenThePageWasChanged() {
    String head = "<head><meta property='article:modified_time' content='2026-07-30T09:00:00Z'>";
    assertThat(document(page(head + "<body>" + PARAGRAPHS)).modified())
        .isEqualTo("2026-07-30T09:00:00Z");
  }

  @Test
  void masksAndCleansTitleAndText() {
    RawDocument given =
        raw(
            DocumentKind.POST,
            "1",
            null,
            null,
            "<p>Salut @ami\u0000, 0612345678 &amp; fin</p>",
            null);
    assertThat(document(given).text()).isEqualTo("Salut @user, <phone> & fin");
  }

  @Test
  void rejectsWithStageReasonAndReference() {
    Rejection empty = rejection(raw(DocumentKind.POST, "1", null, null, "  \u0000", null));
    assertThat(empty.reason()).isEqualTo("empty-text");
    assertThat(empty.stage()).isEqualTo(Stage.EXTRACT);
    assertThat(empty.reference()).isEqualTo("fichier#1");
    assertThat(rejection(raw(DocumentKind.POST, "1", null, null, null, null)).reason())
        .isEqualTo("empty-text");
    byte[] large = new byte[50 * 1024 * 1024];
    assertThat(rejection(raw(DocumentKind.ARTICLE, "1", URL, null, null, large)).reason())
        .isEqualTo("too-large");
    byte[] pdf = "%PDF-1.7 \u0001\u0002".getBytes(StandardCharsets.ISO_8859_1);
    assertThat(rejection(raw(DocumentKind.ARTICLE, "1", URL, null, null, pdf)).reason())
        .isEqualTo("not-text");
    assertThat(rejection(page("<body><form><label>Mot de passe</label></form>")).reason())
        .isEqualTo("no-article");
  }

  @Test
  void rejectsWhatItFailsOn() {
    Clock broken =
        new Clock() {
          @Override
          public ZoneId getZone() {
            return ZoneOffset.UTC;
          }

          @Override
          public Clock withZone(ZoneId zone) {
            return this;
          }

          @Override
          public Instant instant() {
            throw new IllegalStateException("a fault of the extractor");
          }
        };
    DocumentExtractor failing = new DocumentExtractor(new ArticleExtractor(1_000, broken));

    Rejection rejection = Objects.requireNonNull(failing.extract(page("<p>x")).rejection());

    assertThat(rejection.stage()).isEqualTo(Stage.EXTRACT);
    assertThat(rejection.reason()).isEqualTo("extractor-fault");
    assertThat(rejection.message()).contains("IllegalStateException");
    assertThat(rejection.reference()).isEqualTo("fichier#1");
  }
}
