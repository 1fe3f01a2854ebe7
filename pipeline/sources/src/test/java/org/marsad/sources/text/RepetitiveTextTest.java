// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.text;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * No text makes a pattern try all ways to split it: at this length that would take hours, and a
 * worker with it.
 */
class RepetitiveTextTest {
  private static final Duration AT_MOST = Duration.ofSeconds(10);
  private static final Instant NOW = Instant.parse("2026-11-28T00:00:00Z");
  private static final int LETTERS = 100_000;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a",
        "0",
        " ",
        "\n",
        "-",
        "/",
        "%",
        "%4",
        "&",
        "=",
        "?a=",
        "#",
        ".",
        "a.",
        "@",
        ":",
        "T",
        "2026-",
        "12 ",
        "12:",
        "jan ",
        "janvier ",
        "يناير ",
        "il y a ",
        "+",
        "<",
        "&#",
        "م",
        "٠"
      })
  void takesNoLongerThanItIsLong(String part) {
    String text = part.repeat(LETTERS / part.length());
    for (String whole : new String[] {text, text + "!", "2026" + text, "x " + text + " x"}) {
      assertTimeoutPreemptively(AT_MOST, () -> readInEveryWay(whole));
    }
  }

  private static void readInEveryWay(String text) {
    Redaction.of(text);
    CleanText.of(text);
    CleanText.line(text);
    String url = CanonicalUrl.of("https://outlet.example/" + text);
    StoredUrl.of(url, true);
    StoredUrl.reference(text);
    PublicationDates.dated(text, NOW);
    PublicationDates.ofUrl("https://outlet.example/" + text, NOW);
    CharsetDetection.decode(text.getBytes(UTF_8), null);
  }
}
