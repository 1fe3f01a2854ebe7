// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;

class UrlsTest {

  @Test
  void encodesOnlyWhatMustBe() {
    assertThat(Urls.encode(" https://example.com/خبر a|b?q=1%20%&x=[1] "))
        .isEqualTo("https://example.com/%D8%AE%D8%A8%D8%B1%20a%7Cb?q=1%20%25&x=[1]");
  }

  @Test
  void whatIsEncodedIsAUri() {
    assertThat(URI.create(Urls.encode("https://example.com/a b\"<>^`{}\\?é=ü")).getHost())
        .isEqualTo("example.com");
  }
}
