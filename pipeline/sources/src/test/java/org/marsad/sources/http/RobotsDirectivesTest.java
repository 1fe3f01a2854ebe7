// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RobotsDirectivesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "noindex                                        | true  | false",
        "NOINDEX , nofollow                             | true  | false",
        "none                                           | true  | false",
        "noarchive                                      | false | true",
        "all                                            | false | false",
        "nofollow                                       | false | false",
        "marsadbot: noindex                             | true  | false",
        "MarsadBot: noarchive, noindex                  | true  | true",
        "otherbot: noindex                              | false | false",
        "otherbot: noindex, noarchive                   | false | false",
        "unavailable_after: 25 Jun 2030 15:00:00 PST    | false | false",
        "max-snippet: 5, noindex                        | true  | false",
        "noarchive, max-image-preview:large             | false | true",
      })
  void readsTheHeader(String header, boolean noIndex, boolean noArchive) {
    assertThat(of(header, "<p>x</p>")).isEqualTo(new RobotsDirectives(noIndex, noArchive));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<meta name='robots' content='noindex, follow'>    | true  | false",
        "<META CONTENT=\"NoArchive\" NAME=\"ROBOTS\">      | false | true",
        "<meta name=marsadbot content=none>                | true  | false",
        "<meta name=googlebot content=noindex>             | false | false",
        "<meta property=robots content=noindex>            | false | false",
        "<p>&lt;meta name=robots content=noindex&gt;</p>   | false | false",
        "<!-- <meta name=robots content=noindex> -->       | false | false",
        "<meta name=robots content='index, follow'>        | false | false",
      })
  void readsThePage(String html, boolean noIndex, boolean noArchive) {
    assertThat(of(null, html)).isEqualTo(new RobotsDirectives(noIndex, noArchive));
  }

  private static RobotsDirectives of(@Nullable String header, String html) {
    return RobotsDirectives.of(
        new FetchOutcome.Fetched(
            URI.create("https://outlet.example/1"),
            200,
            html.getBytes(StandardCharsets.UTF_8),
            "text/html; charset=utf-8",
            null,
            null,
            header == null ? Map.of() : Map.of("X-Robots-Tag", header)),
        RobotName.of("MarsadBot/0.1 (+https://marsad.example/bot)"));
  }
}
