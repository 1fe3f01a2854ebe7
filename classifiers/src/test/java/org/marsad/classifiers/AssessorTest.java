// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.classifiers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.marsad.classifiers.judge.Classifiers;

class AssessorTest {
  private static final Assessor ASSESSOR = Classifiers.shipped();

  @Test
  void anyUnicodeIsAnsweredWithFiguresInRangeAndSpansInTheText() {
    Random random = new Random(11);
    String[] words = {
      "مهاجرين", "les migrants", "عزي", "ⵣⵣⵣ", "\uD800", "😂", "العلاجية", "بمهاجريها"
    };
    for (int round = 0; round < 1500; round++) {
      StringBuilder text = new StringBuilder();
      int parts = random.nextInt(20);
      for (int i = 0; i < parts; i++) {
        if (random.nextInt(3) == 0) {
          text.append(words[random.nextInt(words.length)]).append(' ');
        } else {
          text.append((char) random.nextInt(random.nextBoolean() ? 0x10000 : 0x700));
        }
      }
      check(text.toString());
    }
  }

  @Test
  void oddTextsAreAnswered() {
    check("");
    check(" \n\t ");
    check("a".repeat(1_000_000));
    check("م".repeat(200_000));
    check("مهاجر".repeat(50_000));
    check("a ".repeat(200_000));
    check("migrants ".repeat(50_000));
    check("\u202E\u0000\uFEFF\uDC00\uD83D");
  }

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

  @Test
  void aMentionBehindProcliticsIsFoundAtItsStem() {
    String text = "كيهضرو على الوقاية وبالمهاجرين فالمدينة";
    Assessment assessment = assess(text);
    assertThat(assessment.mentions())
        .extracting(mention -> text.substring(mention.start(), mention.end()))
        .contains("مهاجرين");
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

  private static void check(String text) {
    Assessment assessment = assess(text);
    assertThat(assessment.relevance()).isBetween(0.0, 1.0);
    assertThat(assessment.hostility()).isBetween(0.0, 1.0);
    assertThat(assessment.offensive()).isBetween(0.0, 1.0);
    assertThat(assessment.intensity()).isBetween(0, 5);
    assessment.mentions().forEach(span -> checkSpan(span.start(), span.end(), text));
    assessment.evidence().forEach(span -> checkSpan(span.start(), span.end(), text));
  }

  private static void checkSpan(int start, int end, String text) {
    assertThat(start).isBetween(0, end - 1);
    assertThat(end).isLessThanOrEqualTo(text.length());
  }
}
