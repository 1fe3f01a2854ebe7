// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegistrableDomainsTest {

  @ParameterizedTest
  @CsvSource({
    "https://fr.example.com/feed, example.com",
    "https://WWW.Example.com/feed, example.com",
    "https://news.example.co.uk/, example.co.uk",
    "https://a.example.press.ma/, example.press.ma",
    "https://a.github.io/feed, a.github.io",
    "http://127.0.0.1:8081/feed, 127.0.0.1:8081",
    "http://localhost/feed, localhost:80",
    "https://[::1]/feed, [::1]:443"
  })
  void findsTheDomain(String url, String domain) {
    assertThat(RegistrableDomains.of(URI.create(url))).isEqualTo(domain);
  }
}
