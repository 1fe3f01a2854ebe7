// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.classifiers.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class TemplateTest {
  private static final Template TEMPLATE = new Template("{{model}} has {{a-table}}, {{model}}");

  @Test
  void everyPlaceIsFilled() {
    assertThat(TEMPLATE.fill(Map.of("model", "m$1", "a-table", "| a\\b |")))
        .isEqualTo("m$1 has | a\\b |, m$1");
  }

  @Test
  void placesAndValuesMustAgree() {
    assertThatThrownBy(() -> TEMPLATE.fill(Map.of("model", "m")))
        .hasMessageContaining("{{a-table}} has no value");
    assertThatThrownBy(() -> TEMPLATE.fill(Map.of("model", "m", "a-table", "t", "other", "o")))
        .hasMessageContaining("no place for [other]");
  }
}
