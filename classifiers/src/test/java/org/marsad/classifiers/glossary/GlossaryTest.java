// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.classifiers.glossary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.marsad.classifiers.language.Language;
import org.marsad.classifiers.normal.Normaliser;

class GlossaryTest {
  private static final Glossary GLOSSARY = Glossary.shipped();

  @ParameterizedTest
  @CsvSource({
    "كيسرقو, DARIJA_ARABIC, steal",
    "يسرقون, STANDARD_ARABIC, steal",
    "volent, FRENCH, steal",
    "roban, SPANISH, steal",
    "stealing, ENGLISH, steal",
    "المرض, STANDARD_ARABIC, disease",
    "maladie, FRENCH, disease",
    "enfermedad, SPANISH, disease",
    "amrad, DARIJA_LATIN, disease",
    "طرد, STANDARD_ARABIC, expel",
    "expulser, FRENCH, expel",
    "expulsar, SPANISH, expel",
    "deport, ENGLISH, expel"
  })
  void wordsOfDifferentLanguagesShareASense(String word, Language language, String sense) {
    assertThat(senses(word, language)).contains(sense);
  }

  @Test
  void whatIsWrittenOntoAnArabicWordHidesItNot() {
    assertThat(senses("وبالمدرسة", Language.STANDARD_ARABIC)).contains("school");
  }

  @Test
  void aWordOfAnotherLanguageIsFoundAfterTheSentencesOwn() {
    assertThat(senses("bzaf", Language.FRENCH)).containsExactly("many");
  }

  @Test
  void anUnknownWordHasNoSense() {
    assertThat(senses("qwrtzp", Language.ENGLISH)).isEmpty();
    assertThat(senses("ضصثقف", Language.DARIJA_ARABIC)).isEmpty();
  }

  @Test
  void aSenseHasItsKinds() {
    assertThat(GLOSSARY.kinds("steal")).contains("THEFT");
    assertThatThrownBy(() -> GLOSSARY.kinds("qwrtzp")).hasMessageContaining("lacks the sense");
  }

  private static List<String> senses(String word, Language language) {
    return GLOSSARY.senses(Normaliser.normalise(word).toString(), language);
  }
}
