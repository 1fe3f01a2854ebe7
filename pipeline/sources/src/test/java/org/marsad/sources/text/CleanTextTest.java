// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CleanTextTest {
  @Test
  void dropsWhatCannotBeStored() {
    assertThat(CleanText.of("a\u0000b\uD83Dc\uDE00d\uFEFF \uD83D\uDE00")).isEqualTo("abcd 😀");
  }

  @Test
  void evensWhiteSpace() {
    assertThat(CleanText.of(" a\u00A0 b\r\nc\rd\n\n\n\ne ")).isEqualTo("a b\nc\nd\n\ne");
    assertThat(CleanText.line("a\n\n b")).isEqualTo("a b");
  }
}
