// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.classifiers.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.marsad.classifiers.NewsFlag;
import org.marsad.classifiers.TextKind;

class NewsFlagFinderTest {
  private static final String BODY = "La ville compte un nouveau marché.";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Tanger : un Sénégalais arrêté pour vol à l'arraché",
        "Rixe entre migrants subsahariens à Casablanca",
        "توقيف مهاجر إفريقي بتهمة السرقة في فاس",
        "عصابة من مهاجرين أفارقة تثير الرعب بالدار البيضاء",
        "عوازة كيشفرو التيليفونات فكازا",
        "3wazza chfara f derb soltan",
        "Detenidos tres inmigrantes por robo en Nador",
        "Three African migrants held over robbery in Rabat"
      })
  void originInACrimeHeadline(String title) {
    assertThat(article(title, BODY)).contains(NewsFlag.ORIGIN_IN_CRIME_HEADLINE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Tanger : un homme arrêté pour vol à l'arraché",
        "Des migrants subsahariens fêtent la fin de l'année",
        "Rabat : un Sénégalais victime d'une agression",
        "Agression contre des migrants à Boukhalef",
        "توقيف شخص بتهمة السرقة في فاس",
        "اعتداء على مهاجرين أفارقة في طنجة",
        "افتتاح مركز للمهاجرين بالرباط",
        "3wazza saknin f derb soltan",
        "Inmigrantes víctimas de robo en Nador",
        "African migrants open a restaurant in Rabat"
      })
  void noOriginInACrimeHeadline(String title) {
    assertThat(article(title, BODY)).doesNotContain(NewsFlag.ORIGIN_IN_CRIME_HEADLINE);
  }

  @Test
  void withoutATitleTheFirstSentenceIsTheHeadline() {
    String first = "Un Sénégalais a été arrêté pour vol qualifié à Rabat. ";
    assertThat(article(null, first + BODY)).contains(NewsFlag.ORIGIN_IN_CRIME_HEADLINE);
    assertThat(article(null, BODY + " " + first)).doesNotContain(NewsFlag.ORIGIN_IN_CRIME_HEADLINE);
    assertThat(article("Faits divers", first)).doesNotContain(NewsFlag.ORIGIN_IN_CRIME_HEADLINE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Les clandestins dorment près de la gare",
        "Deux migrants clandestins sont arrivés hier",
        "المهاجرين غير الشرعيين وصلو لطنجة",
        "وصول مهاجرين سريين إلى الناظور",
        "lmohajirin sirriyin bzaf f tanja",
        "Llegaron veinte inmigrantes ilegales a la costa",
        "Illegal migrants sleep near the station"
      })
  void aDelegitimisingTermInAnyKindOfText(String text) {
    assertThat(NewsFlagFinder.find(TextKind.COMMENT, Readings.of(text), null))
        .containsExactly(NewsFlag.DELEGITIMISING_TERM);
    assertThat(article(null, text)).contains(NewsFlag.DELEGITIMISING_TERM);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Les migrants dorment près de la gare",
        "La lutte contre l'immigration clandestine continue",
        "Un abattoir clandestin fermé à Salé",
        "On ne dit pas « les clandestins », c'est inacceptable",
        "المهاجرين وصلو لطنجة",
        "اللي كيقول المهاجرين السريين غالط",
        "lmohajirin bzaf f tanja",
        "Llegaron veinte inmigrantes a la costa",
        "The activist condemned the phrase \"illegal migrants\" as wrong"
      })
  void noDelegitimisingTerm(String text) {
    assertThat(NewsFlagFinder.find(TextKind.POST, Readings.of(text), null)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Des milliers de migrants déferlent sur la ville",
        "Un flot de 2 000 migrants aux portes de Sebta",
        "آلاف المهاجرين يجتاحون شوارع الدار البيضاء",
        "تدفق 1500 مهاجر على مدينة الفنيدق",
        "آلاف الأفارقة عمرو المدينة",
        "alaf dyal l3wazza ghzaw lmdina",
        "Una avalancha de 400 inmigrantes en la frontera",
        "Miles de inmigrantes invaden la playa",
        "Thousands of migrants are flooding the city"
      })
  void numbersThatAlarm(String title) {
    assertThat(article(title, BODY)).contains(NewsFlag.NUMBERS_ALARM);
    assertThat(article(null, title + ". " + BODY)).contains(NewsFlag.NUMBERS_ALARM);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Des milliers de migrants ont été régularisés",
        "2 000 migrants accueillis en 2024",
        "Les migrants déferlent, dit-on depuis 2015",
        "Trois migrants submergés par l'émotion",
        "تسوية وضعية آلاف المهاجرين",
        "موجة حر في المغرب والمهاجرين كيعانيو",
        "1500 mohajir khdamin f tanja",
        "Miles de inmigrantes trabajan en los invernaderos",
        "La avalancha de nieve sorprendió a 400 turistas",
        "Thousands of migrants work in the city"
      })
  void numbersThatDoNot(String title) {
    assertThat(article(title, BODY)).doesNotContain(NewsFlag.NUMBERS_ALARM);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "Le ministre a déclaré que les migrants seront relogés.|La route longe la mer et la ville.",
        "Selon la police, les migrants sont partis.|La route longe la mer et la ville.",
        "Les migrants sont partis.|La route longe la mer et la ville.",
        "قال الوزير إن المهاجرين سيغادرون.|الطريق طويلة والمدينة بعيدة والجو بارد.",
        "وصل مهاجرون إلى المدينة، وأكد العمدة أن الوضع هادئ.|الطريق طويلة والجو بارد اليوم.",
        "lwazir gal bli lmohajirin ghadi ymchiw.|tri9 twila w jow bared bzaf lyoum.",
        "El ministro dijo que los inmigrantes se irán.|El camino es largo y la ciudad lejana.",
        "The minister said that the migrants will leave.|The road is long and the city is far."
      })
  void anArticleInWhichNoMigrantSpeaks(String speech, String filler) {
    String text = speech + " " + (filler + " ").repeat(15);
    assertThat(article(null, text)).contains(NewsFlag.NO_MIGRANT_VOICE);
    assertThat(article(null, speech + " " + filler)).doesNotContain(NewsFlag.NO_MIGRANT_VOICE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "« J'ai tout perdu », raconte Mamadou, un migrant guinéen.|La route longe la mer et la ville.",
        "Un migrant camerounais de 24 ans, père de famille, a déclaré vouloir rester.|La route est là.",
        "Selon l'association, les migrants sont partis.|La route longe la mer et la ville.",
        "Le président de l'association a déclaré que les migrants attendent.|La route est là-bas.",
        "قال مهاجر من السنغال إنه يريد البقاء.|الطريق طويلة والمدينة بعيدة والجو بارد.",
        "أكدت الجمعية المغربية لحقوق الإنسان أن المهاجرين رحلوا.|الطريق طويلة والمدينة بعيدة.",
        "واحد المهاجر قال ليا بغيت نبقى هنا.|الطريق طويلة والمدينة بعيدة والجو بارد.",
        "lmohajirin galo bli bghaw yb9aw hna.|tri9 twila w jow bared bzaf lyoum.",
        "Un inmigrante senegalés dijo que quiere quedarse.|El camino es largo y la ciudad lejana.",
        "A migrant said that he wants to stay.|The road is long and the city is far."
      })
  void anArticleInWhichOneDoes(String speech, String filler) {
    String text = speech + " Les migrants sont là. " + (filler + " ").repeat(20);
    assertThat(article(null, text)).doesNotContain(NewsFlag.NO_MIGRANT_VOICE);
  }

  @Test
  void onlyArticlesHaveTheFlagsOfNews() {
    String text =
        "Un Sénégalais arrêté pour vol avec des milliers de migrants qui déferlent. "
            + BODY.repeat(20);
    assertThat(NewsFlagFinder.find(TextKind.POST, Readings.of(text), null)).isEmpty();
    assertThat(article(null, text)).hasSize(3);
  }

  private static List<NewsFlag> article(@Nullable String title, String text) {
    return NewsFlagFinder.find(
        TextKind.ARTICLE, Readings.of(text), title == null ? null : Readings.of(title));
  }
}
