// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.alerts.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ForeignTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "javascript:alert(1)",
        "data:text/html,x",
        "//example.org/x",
        "https://bank.example.org@example.com/",
        "https:///x",
        "https://example.org/a b",
        "https://example.org/\r\nBcc: x",
        ""
      })
  void onlyAddressesOfTheWebBecomeLinks(String raw) {
    assertThat(Foreign.address(raw)).isEqualTo(Optional.empty());
  }

  @Test
  void anAddressIsWrittenInAscii() {
    assertThat(Foreign.address("HTTPS://example.org/\u202Ex"))
        .isEqualTo(Optional.of("HTTPS://example.org/%E2%80%AEx"));
  }

  @Test
  void aTextIsOneLineWithoutMarksOfDirection() {
    assertThat(Foreign.text(" a\r\n\tb\u2028\u202Ec\u0000 ", 99).replace("  ", " "))
        .isEqualTo("a b c");
  }

  @Test
  void aCutNeverSplitsACharacter() {
    String cut = Foreign.cut("aaa😀😀", 5);
    assertThat(cut).isEqualTo("aaa…");
    assertThat(Foreign.text("x".repeat(10_000), 100).length()).isLessThanOrEqualTo(100);
  }
}
