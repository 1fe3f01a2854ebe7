// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.classifiers.language;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.marsad.classifiers.normal.NormalText;
import org.marsad.classifiers.normal.Normaliser;

class WordingTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "OK",
        "ok okay LOL",
        "https://example.org/2024/article-12.html?ref=home",
        "www.example.org",
        "#Maroc #مراكش",
        "@karim78",
        "aaaaaaaa",
        "hhhhhhh",
        "ههههههه",
        "2024 - 15.000 / 37 %",
        "😂😂❤️",
        "?!...",
        ""
      })
  void noWordTellsALanguage(String text) {
    assertThat(wording(text)).isEqualTo(new Wording(0, Script.NONE));
  }

  @Test
  void wordsBesideAnAddressCount() {
    assertThat(wording("شوف هادشي https://example.org/a-long-address-in-latin-letters"))
        .isEqualTo(new Wording(2, Script.ARABIC));
    assertThat(wording("@karim safi l'eau 3la")).isEqualTo(new Wording(3, Script.LATIN));
  }

  @Test
  void onlyTheStretchIsRead() {
    NormalText text = Normaliser.normalise("bonjour سلام عليكم");
    assertThat(Wording.of(text, 0, 7)).isEqualTo(new Wording(1, Script.LATIN));
    assertThat(Wording.of(text, 8, text.length())).isEqualTo(new Wording(2, Script.ARABIC));
  }

  private static Wording wording(String text) {
    NormalText folded = Normaliser.normalise(text);
    return Wording.of(folded, 0, folded.length());
  }
}
