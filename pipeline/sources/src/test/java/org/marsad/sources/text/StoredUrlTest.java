// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StoredUrlTest {
  @ParameterizedTest
  @CsvSource({
    "https://twitter.com/quelquun/status/99, https://x.com/i/status/99",
    "https://x.com/quelquun/status/99?s=20, https://x.com/i/status/99",
    "https://www.instagram.com/p/AbC/, https://www.instagram.com/p/AbC/",
    "https://t.me/canal_fictif/12, https://t.me/canal_fictif/12",
    "https://reseau.example/post/7?u=a@exemple.ma, https://reseau.example/post/7"
  })
  void aPostKeepsNothingOfItsAuthor(String url, String stored) {
    assertThat(StoredUrl.of(url, true)).isEqualTo(stored);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://www.facebook.com/quelqu.un/posts/12",
        "https://www.tiktok.com/@quelquun/video/1",
        "https://t.me/quelquun",
        "https://t.me/quelquun?start=1",
        "https://reseau.example/@quelquun/1"
      })
  void anAddressThatOnlyItsAuthorMakesIsNotKept(String url) {
    assertThat(StoredUrl.of(url, true)).isNull();
  }

  @Test
  void anOutletsAddressLosesOnlyAQueryThatNamesSomebody() {
    assertThat(StoredUrl.of("https://a.example/@desk/1?page=2", false))
        .isEqualTo("https://a.example/@desk/1?page=2");
    assertThat(StoredUrl.of("https://a.example/1?mail=a%40exemple.ma&tel=0612345678", false))
        .isEqualTo("https://a.example/1");
    assertThat(StoredUrl.of("https://a.example/?q=100%", false))
        .isEqualTo("https://a.example/?q=100%");
    assertThat(StoredUrl.of(null, true)).isNull();
  }
}
