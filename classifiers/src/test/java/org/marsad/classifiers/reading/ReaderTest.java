// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.classifiers.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.marsad.classifiers.language.LanguageIdentifier;
import org.marsad.classifiers.lexicon.Entry;
import org.marsad.classifiers.lexicon.Hit;
import org.marsad.classifiers.lexicon.Layer;
import org.marsad.classifiers.lexicon.LexiconReader;
import org.marsad.classifiers.linear.SparseVector;
import org.marsad.classifiers.model.ModelSet;

class ReaderTest {
  private static final Reader READER =
      new Reader(LexiconReader.shipped(), new LanguageIdentifier(ModelSet.shipped().language()));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "les immigrés marocains de Turin|MOR_ABROAD",
        "المهاجرين المغاربة في إسبانيا|MOR_ABROAD",
        "des pateras ont chaviré|MIGRANT_GENERIC",
        "طالبي اللجوء في الرباط|REFUGEE",
        "أفارقة جنوب الصحراء|SSA_BLACK",
        "lmohajirin f tanja|MIGRANT_GENERIC",
        "los subsaharianos de Nador|SSA_BLACK",
        "بمهاجريها|MIGRANT_GENERIC",
        "dehors les m1grant5|MIGRANT_GENERIC",
        "ref0ulez les ill3gaux et les immi9rés, pas les imm1gr3s|MIGRANT_GENERIC",
        "l4fari9a f tanja|SSA_BLACK",
        "هاد المها7رين ولا المه1جرين فطنجة|MIGRANT_GENERIC"
      })
  void namesTheGroup(String text, String target) {
    assertThat(mentions(READER.read(text))).extracting(hit -> hit.entry().value()).contains(target);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "قمة الاتحاد الإفريقي",
        "كأس إفريقيا للأمم",
        "l'Union africaine et la CAN 2025",
        "camps de Tindouf",
        "une boîte noire",
        "عزي فخوك",
        "الأدوية العلاجية",
        "القيم للأجيال القادمة",
        "تحياتي لاجيال واعية",
        "ولاد لاجيروند",
        "المشروبات الكحولية",
        "متابعته بتهمة الاتجار بالبشر",
        "الهجرة النبوية",
        "اللجوء إلى القضاء",
        "ch7al hadi w 3ndi m3na had l7wayej 5fif",
        "le vol AT1234 du 10 mars",
        "c0vid19 et m4rs 2020"
      })
  void seesNoGroupWhereNoneIsMeant(String text) {
    assertThat(READER.read(text).mentioned()).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "retournez dans votre pays|MIGRANT_GENERIC",
        "ils viennent de Dakar|SSA_BLACK",
        "رجعوهم لبلادهم|MIGRANT_GENERIC",
        "des migrannts partout|MIGRANT_GENERIC"
      })
  void aHintMakesAShortTextWorthJudgingAndIsNoMention(String text, String target) {
    Reading reading = READER.read(text);
    assertThat(reading.hinted()).isTrue();
    assertThat(reading.mentioned()).isFalse();
    assertThat(reading.sentences().get(0).cues())
        .extracting(Hit::entry)
        .contains(new Entry(Layer.HINT, target));
    String longer = "Les élèves du collège ont planté des arbres devant leur école. ".repeat(12);
    assertThat(READER.read(longer + text).hinted()).isFalse();
  }

  @Test
  void aHintInsideAPhraseThatNamesNoGroupIsNone() {
    assertThat(READER.read("la banque centrale du Mali, la CAN au Mali").hinted()).isTrue();
    assertThat(READER.read("l'Union africaine").hinted()).isFalse();
  }

  @Test
  void wordsAloneAreTheWordsOfTheReading() {
    String text = "Les migrants sont là. واش كاين شي حل؟ Nothing else to say here.";
    SparseVector words = READER.read(text).words();
    assertThat(words.size()).isPositive();
    assertThat(Reader.words(text)).usingRecursiveComparison().isEqualTo(words);
  }

  @Test
  void aTextOfSpacesHasNoSentence() {
    assertThat(READER.read(" \n_\u200B ").sentences()).isEmpty();
  }

  @Test
  void sentencesCoverTheTextInOrder() {
    Reading reading = READER.read("Première phrase ici. Deuxième phrase là! Et une troisième");
    assertThat(reading.sentences()).hasSize(3);
    int end = 0;
    for (Sentence sentence : reading.sentences()) {
      assertThat(sentence.start()).isEqualTo(end);
      end = sentence.end();
    }
    assertThat(end).isEqualTo(reading.text().length());
  }

  /** Every mention in a text, in its order. */
  static List<Hit> mentions(Reading reading) {
    return reading.sentences().stream().flatMap(sentence -> sentence.mentions().stream()).toList();
  }
}
