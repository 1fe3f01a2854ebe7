// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.dashboards.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTest {
  @Test
  void quotesWhatWouldBreakARow() {
    Csv csv = new Csv(List.of("a", "b"));
    csv.add("one, two", "she said \"no\"\nand left", null, -3);

    assertThat(csv.text())
        .isEqualTo("\uFEFFa,b\r\n\"one, two\",\"she said \"\"no\"\"\nand left\",,-3\r\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"=1+1", "+1", "-1", "@sum", "\t=1", " =1"})
  void disarmsFormulas(String text) {
    Csv csv = new Csv(List.of("a"));
    csv.add(text);

    assertThat(csv.text()).endsWith("\r\n'" + text + "\r\n");
  }
}
