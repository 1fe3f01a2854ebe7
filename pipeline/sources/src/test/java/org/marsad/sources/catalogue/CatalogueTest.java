// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CatalogueTest {
  @TempDir Path folder;

  @Test
  void readsAnOutletWithAllItsKeys() throws IOException {
    Catalogue catalogue =
        read(
            """
            outlets:
              - id: one
                name: One
                language: [ar, fr]
                home: https://one.example/
                region: Casablanca
                kind: news-site
                status: seen-ok
                note: a note
                refusals:
                  - {url: https://one.example/old, since: 2026-09-18, answer: HTTP 403}
                min-delay: 500ms
                feeds:
                  - url: https://one.example/feed
                  - url: https://one.example/comments/feed
                    content: comments
                    poll-every: 2h
            """);

    Outlet outlet = catalogue.outlets().get(0);
    assertThat(outlet.languages()).containsExactly("ar", "fr");
    assertThat(outlet.kind()).isEqualTo(OutletKind.NEWS_SITE);
    assertThat(outlet.refusals())
        .containsExactly(
            new Refusal(
                URI.create("https://one.example/old"), LocalDate.of(2026, 9, 18), "HTTP 403"));
    assertThat(catalogue.feeds())
        .containsExactly(
            feed("https://one.example/feed", FeedContent.ARTICLES, null),
            feed("https://one.example/comments/feed", FeedContent.COMMENTS, Duration.ofHours(2)));
  }

  private static OutletFeed feed(String url, FeedContent content, @Nullable Duration pollEvery) {
    return new OutletFeed(
        "one", "One", null, URI.create(url), content, pollEvery, Duration.ofMillis(500));
  }

  @Test
  void tellsAllFaultsAtOnceWithLineAndKey() throws IOException {
    String text =
        """
        outlets:
          - id: one
            name: One
            language: ar
            home: https://one.example/
            region: national
            kind: blog
            status: listed
            colour: red
            feeds:
              - url: ftp://one.example/feed
                poll-every: soon
          - id: one
            language: de
            home: https://two.example/
            region: national
            kind: newspaper
            status: listed
            refusals:
              - {url: https://two.example/feed, answer: HTTP 403}
            feeds:
              - url: https://two.example/feed
        """;

    CatalogueException exception = catchThrowableOfType(CatalogueException.class, () -> read(text));

    assertThat(exception.faults())
        .extracting(fault -> fault.line() + " " + fault.key())
        .containsExactlyInAnyOrder(
            "7 outlets[0].kind",
            "9 outlets[0].colour",
            "11 outlets[0].feeds[0].url",
            "12 outlets[0].feeds[0].poll-every",
            "13 outlets[1].id",
            "13 outlets[1].name",
            "14 outlets[1].language",
            "22 outlets[1].feeds[0].url");
    assertThat(exception)
        .hasMessageContaining("\"blog\" is not one of [news-site, newspaper, agency")
        .hasMessageContaining("outlets.yaml:7: outlets[0].kind");
  }

  @Test
  void refusesToPollWhatHasRefusedUs() {
    assertThatThrownBy(
            () ->
                read(
                    """
                    outlets:
                      - id: one
                        name: One
                        language: ar
                        home: https://one.example/
                        region: national
                        kind: newspaper
                        status: listed
                        refusals:
                          - {url: https://one.example/feed, answer: HTTP 403}
                        feeds:
                          - url: https://one.example/feed
                    """))
        .isInstanceOf(CatalogueException.class)
        .hasMessageContaining("what refused us is not polled");
  }

  @Test
  void explainsWhatIsNoCatalogueAtAll() {
    for (String text : List.of("", "outlets: []", "- a", "outlets: [", "outlets:\n\t- x")) {
      assertThatThrownBy(() -> read(text)).isInstanceOf(CatalogueException.class);
    }
    assertThatThrownBy(() -> Catalogue.read(folder.resolve("missing.yaml")))
        .isInstanceOf(CatalogueException.class)
        .hasMessageContaining("check its path");
  }

  private Catalogue read(String text) throws IOException {
    Path file = folder.resolve("outlets.yaml");
    Files.writeString(file, text);
    return Catalogue.read(file);
  }
}
