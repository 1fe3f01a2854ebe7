// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.network;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeywordsTest {
  private static final Keywords KEYWORDS =
      Keywords.of("migrant*\nréfugié*\nمهاجرين\nجنوب الصحراء\nأفارقة\nSebta\nmouhajir*");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Les MIGRANTES arrivent",
        "des refugies au port",
        "وصل المهاجرين أمس",
        "وبالمهاجرين",
        "للمهاجرين",
        "مُهَاجِرِين",
        "مهـــاجرين",
        "أشخاص من جنوب الصحراء",
        "من دول وجنوب الصحراء",
        "الافارقة",
        "vers sebta.",
        "l-mouhajirin",
      })
  void findsItHoweverItIsSpelt(String text) {
    assertThat(KEYWORDS.match(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "😀",
        "immigrantes",
        "جنوب المدينة",
        "الصحراء",
        "Sebtaoui",
        "من هاجر",
        "ref ugie"
      })
  void staysSilentElsewhere(String text) {
    assertThat(KEYWORDS.match(text)).isFalse();
  }

  @Test
  void aLongerBeginningHidesNoShorterOne() {
    Keywords both = Keywords.of("mig*\nmigrab*");

    assertThat(both.match("migration")).isTrue();
    assertThat(both.match("migrz")).isTrue();
  }

  @Test
  void knowsWhenItLooksForNothing() {
    assertThat(Keywords.of(" \n\n").isEmpty()).isTrue();
    assertThat(KEYWORDS.isEmpty()).isFalse();
  }
}
