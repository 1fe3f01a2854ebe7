// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.marsad.cli.CapturedPages.TEXT;
import static org.marsad.cli.CapturedPages.page;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.marsad.index.ErasedDocument;
import org.marsad.model.Document;
import org.marsad.model.DocumentIds;
import org.marsad.model.RawDocument;
import org.marsad.sources.article.ArticleExtractor;
import org.marsad.sources.article.DocumentExtractor;

class ErasedPagesTest {
  private final RawDocument page = page("https://www.outlet.example/article", TEXT);
  private final ErasedPages erased = new ErasedPages(List.of(erased(document(page))));

  @Test
  void recognisesAPageByItsAddressHoweverItIsSpelt() {
    assertThat(erased.test(page)).isTrue();
    assertThat(erased.test(page("https://www.outlet.example/article?utm_source=x", "edited")))
        .isTrue();
  }

  @Test
  void recognisesTheSameTextAtAnotherAddressOfTheSite() {
    assertThat(erased.test(page("https://outlet.example/?p=7", TEXT))).isTrue();
    assertThat(erased.test(page("https://outlet.example/?p=8", "Other words. ".repeat(40))))
        .isFalse();
  }

  @Test
  void sparesWhatAnotherSiteSays() {
    assertThat(erased.test(page("https://other.example/article", TEXT))).isFalse();
  }

  @Test
  void looksIntoEveryPageForAnIdOfWhichNothingIsKnown() {
    ErasedDocument unknown =
        new ErasedDocument(
            DocumentIds.ofUrl("https://elsewhere.example/canonical"),
            null,
            null,
            null,
            null,
            false,
            0,
            Set.of(),
            Set.of(),
            Set.of());
    RawDocument copy =
        page(
            "https://elsewhere.example/copy",
            "<p>" + TEXT + "</p>",
            "<link rel=\"canonical\" href=\"https://elsewhere.example/canonical\">");
    assertThat(document(copy).id()).isEqualTo(unknown.id());
    assertThat(new ErasedPages(List.of(unknown)).test(copy)).isTrue();
    assertThat(new ErasedPages(List.of(unknown)).test(page)).isFalse();
  }

  private static Document document(RawDocument raw) {
    return Objects.requireNonNull(
        new DocumentExtractor(new ArticleExtractor()).extract(raw).document());
  }

  private static ErasedDocument erased(Document document) {
    return new ErasedDocument(
        document.id(),
        document.sourceId(),
        document.kind().name(),
        document.url(),
        null,
        false,
        1,
        Set.of(document.contentHash()),
        Set.of(),
        Set.of(document.reference()));
  }
}
