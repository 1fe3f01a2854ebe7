// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CanonicalUrlTest {
  @ParameterizedTest
  @CsvSource({
    "HTTPS://Exemple.MA:443/a?utm_source=x&b=1#haut, https://exemple.ma/a?b=1",
    "https://exemple.ma/a?fbclid=1, https://exemple.ma/a",
    "https://exemple.ma/a/amp/, https://exemple.ma/a",
    "https://exemple.ma/a?z=1&b=2, https://exemple.ma/a?b=2&z=1",
    "https://exemple.ma/amp, https://exemple.ma/amp",
    "https://exemple.ma/a?replytocom=7, https://exemple.ma/a",
    "https://exemple.ma/a?cpage=2#comment-7, https://exemple.ma/a#comment-7",
    "https://exemple.ma/a/comment-page-2/#comment-7, https://exemple.ma/a/#comment-7",
    "https://exemple.ma/a/comment-page-2?b=1, https://exemple.ma/a?b=1",
    "https://exemple.ma/comment-page-rank/, https://exemple.ma/comment-page-rank/",
    "https://exemple.ma/a#comment-12, https://exemple.ma/a#comment-12",
    "https://exemple.ma/a#li-comment-12, https://exemple.ma/a#comment-12",
    "https://exemple.ma/a#comments, https://exemple.ma/a"
  })
  void writesOneSpelling(String url, String canonical) {
    assertThat(CanonicalUrl.of(url)).isEqualTo(canonical);
    assertThat(CanonicalUrl.of(canonical)).isEqualTo(canonical);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "mailto:a@exemple.ma", "javascript:void(0)", "/a", "https://"})
  void refusesWhatIsNoWebAddress(String url) {
    assertThat(CanonicalUrl.of(url)).isNull();
  }

  @Test
  void knowsACommentsOwnAddress() {
    assertThat(CanonicalUrl.namesComment("https://exemple.ma/a#comment-12")).isTrue();
    assertThat(CanonicalUrl.namesComment("https://exemple.ma/a")).isFalse();
  }
}
