// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.classifiers;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.marsad.classifiers.judge.Classifiers;

class AssessorTest {
  private static final Assessor ASSESSOR = Classifiers.shipped();

  @Test
  void anUnsupportedLanguageIsNotClassifiedAndGetsBaseRates() {
    Assessment assessment = assess("これは日本語の文章です。今日は天気がいいですね。");
    assertThat(assessment.classified()).isFalse();
    assertThat(assessment.language()).isEqualTo("und");
    assertThat(assessment.relevant()).isFalse();
    assertThat(assessment.stance()).isNull();
    assertThat(assessment.relevance()).isPositive();
    assertThat(assessment.hostility()).isPositive();
    assertThat(assessment.offensive()).isPositive();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "واش عرفتي شحال كيدير هاد الطوموبيل دابا فالسوق؟|ary-Arab",
        "أعلنت الوزارة عن برنامج جديد لدعم التعليم في المناطق القروية|arb",
        "wach 3rafti ch7al kaydir had tomobil daba f souk|ary-Latn",
        "Le ministère a annoncé un nouveau programme pour les écoles rurales|fr",
        "El ministerio anunció ayer un nuevo programa para las escuelas rurales|es",
        "The ministry announced a new programme for rural schools yesterday|en",
        "ⴰⵣⵓⵍ ⴼⵍⵍⴰⵡⵏ ⴰ ⵉⵎⴷⴷⵓⴽⴰⵍ|zgh"
      })
  void languagesAreToldApart(String text, String language) {
    assertThat(assess(text).language()).isEqualTo(language);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "كيهضرو على الوقاية وبالمهاجرين فالمدينة|وبالمهاجرين",
        "السلطات سلمت وثائق الإقامة للمهاجرين اليوم|للمهاجرين",
        "استقبلت المدينة المهاجرينَ الجدد|المهاجرينَ",
        "اهتمت البلدة بمهاجريها الجدد|بمهاجريها",
        "L'État accueille l'immigré|immigré",
        "Welcome to the m1grants of this town|m1grants",
        "Welcome to the mi\u0000grants of this town|mi\u0000grants",
        "fin ghadin had l4fari9a f tanja|l4fari9a"
      })
  void aMentionIsTheWholeWord(String escaped, String word) {
    String text = escaped.replace("\\u0000", "\u0000");
    assertThat(assess(text).mentions())
        .extracting(mention -> text.substring(mention.start(), mention.end()))
        .contains(word.replace("\\u0000", "\u0000"));
  }

  @Test
  void aTextWithoutAnyHintStaysIrrelevantWhateverItsTone() {
    Assessment assessment = assess("Cassez-vous, bande de voleurs, on ne veut plus de vous ici !");
    assertThat(assessment.classified()).isTrue();
    assertThat(assessment.relevant()).isFalse();
    assertThat(assessment.relevance()).isBetween(0.0, 0.25);
    assertThat(assessment.hostility()).isBetween(0.0, assessment.relevance());
  }

  @Test
  void aLongTextMustNameAGroup() {
    String news = "Les élèves du collège ont planté des arbres devant leur école cette semaine. ";
    assertThat(assess(news.repeat(12) + "Le tableau noir a été remplacé.").relevant()).isFalse();
  }

  @Test
  void aCallForViolenceIsTheHighestIntensity() {
    Assessment assessment = assess("kill all migrants");
    assertThat(assessment.stance()).isEqualTo(Stance.HOSTILE);
    assertThat(assessment.intensity()).isEqualTo(5);
  }

  @Test
  void aWordThatOnlyHoldsTheLettersIsNoMention() {
    assertThat(assess("الأعشاب العلاجية مفيدة للصحة").relevant()).isFalse();
  }

  private static Assessment assess(String text) {
    return ASSESSOR.assess(new Submission(text, null, TextKind.COMMENT));
  }
}
