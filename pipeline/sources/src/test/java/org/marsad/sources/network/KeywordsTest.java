// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.network;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeywordsTest {
  private static final Keywords KEYWORDS =
      Keywords.of(
          "مهاجرين\nالهجرة\nmigrant*\nréfugié\nsin papeles\nmohajirin\nإفريقيا جنوب الصحراء\n");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "مهاجرين",
        "وصل المهاجرون أو المهاجرين اليوم",
        "قال وللمهاجرين حقوق",
        "والمهاجرين",
        "بالمهاجرين",
        "مُهَاجِرِينَ",
        "مهـــاجرين",
        "هجره جديدة",
        "وبالهجرة",
        "LES MIGRANTS!",
        "une migrante",
        "(migrants)",
        "Un Refugie arrive",
        "los sin papeles",
        "Sin\npapeles.",
        "chfna mohajirin lyoum",
        "من افريقيا جنوب الصحراء"
      })
  void findsAWordInAllItsSpellings(String text) {
    assertThat(KEYWORDS.match(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "...",
        "و",
        "خبز و ف ب ك ل ماء",
        "وب وال لل",
        "immigrants",
        "réfugiés",
        "sin más papeles",
        "papeles sin",
        "sin",
        "mohajirina",
        "افريقيا جنوب",
        "مهاجر"
      })
  void findsWholeWordsOnly(String text) {
    assertThat(KEYWORDS.match(text)).isFalse();
  }

  @Test
  void isEmptyWithoutWords() {
    assertThat(Keywords.of(null).isEmpty()).isTrue();
    assertThat(Keywords.of(" \n * \n").isEmpty()).isTrue();
    assertThat(Keywords.of(null).match("anything")).isFalse();
  }

  /** Jetstream brings up to some hundred posts a second, and thousands when it catches up. */
  @Test
  void keepsUpWithAStream() {
    String post =
        "Beaucoup de gens parlent de tout autre chose, de football et du temps qu'il fait. وقال إن"
            + " الجو جميل اليوم في المدينة والناس في الأسواق. ".repeat(2);
    int posts = 20_000;
    int found = 0;
    long start = System.nanoTime();
    for (int i = 0; i < posts; i++) {
      found += KEYWORDS.match(post) ? 1 : 0;
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    assertThat(found).isZero();
    assertThat(posts / seconds).as("posts a second").isGreaterThan(2_000);
  }
}
