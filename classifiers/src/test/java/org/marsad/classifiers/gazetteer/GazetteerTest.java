// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.classifiers.gazetteer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.marsad.classifiers.lexicon.Layer;
import org.marsad.classifiers.lexicon.Lexicon;
import org.marsad.classifiers.lexicon.LexiconReader;
import org.marsad.classifiers.normal.Normaliser;

class GazetteerTest {
  private static final Gazetteer GAZETTEER = Gazetteer.shipped();
  private static final Lexicon LEXICON = LexiconReader.shipped();

  @Test
  void everyPlaceLiesInMoroccoOrTheEnclaves() {
    assertThat(GAZETTEER.places())
        .allSatisfy(
            place -> {
              assertThat(place.latitude()).isBetween(20.0, 36.2);
              assertThat(place.longitude()).isBetween(-17.5, -0.9);
            });
  }

  @Test
  void neighbourhoodsLieNearTheirRegionsCities() {
    for (Place place : GAZETTEER.places()) {
      if (place.kind() != Place.Kind.NEIGHBOURHOOD) {
        continue;
      }
      assertThat(GAZETTEER.places())
          .as(place.id())
          .anyMatch(
              city ->
                  city.kind() == Place.Kind.CITY
                      && Objects.equals(city.region(), place.region())
                      && Math.abs(city.latitude() - place.latitude()) < 0.1
                      && Math.abs(city.longitude() - place.longitude()) < 0.15);
    }
  }

  @Test
  void allTwelveRegionsAreThere() {
    assertThat(GAZETTEER.places().stream().filter(place -> place.kind() == Place.Kind.REGION))
        .hasSize(12)
        .allMatch(place -> place.id().equals(place.region()));
  }

  @Test
  void everyPlaceHasNamesInFourLanguages() {
    assertThat(GAZETTEER.places())
        .allSatisfy(
            place -> {
              assertThat(place.arabicName()).matches(".*\\p{IsArabic}.*");
              assertThat(place.frenchName()).matches(".*\\p{IsLatin}.*");
              assertThat(place.spanishName()).matches(".*\\p{IsLatin}.*");
              assertThat(place.englishName()).matches(".*\\p{IsLatin}.*");
            });
  }

  @ParameterizedTest
  @CsvSource({
    "tangier, Tangier, Tanger",
    "fes, Fes, Fès",
    "marrakech, Marrakesh, Marrakech",
    "tetouan, Tetouan, Tétouan",
    "casablanca, Casablanca, Casablanca"
  })
  void englishHasItsOwnNamesAndOtherwiseTheFrenchOnes(String id, String english, String french) {
    Place place = Objects.requireNonNull(GAZETTEER.place(id));
    assertThat(place.englishName()).isEqualTo(english);
    assertThat(place.frenchName()).isEqualTo(french);
  }

  @Test
  void noSpellingNamesTwoPlacesOrStandsTwice() {
    Map<String, String> owners = new HashMap<>();
    for (Place place : GAZETTEER.places()) {
      for (String spelling : place.spellings()) {
        String letters = Normaliser.normalise(spelling).toString();
        assertThat(owners.put(letters, place.id())).as(spelling).isNull();
      }
    }
  }

  @Test
  void aPlaceIsKnownByItsId() {
    Place oulfa = Objects.requireNonNull(GAZETTEER.place("oulfa"));
    assertThat(oulfa.kind()).isEqualTo(Place.Kind.NEIGHBOURHOOD);
    assertThat(oulfa.region()).isEqualTo("casablanca-settat");
    assertThat(GAZETTEER.place("atlantis")).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "des migrants arrêtés à Béni Mellal|beni-mellal",
        "un campement près de la gare d'Oulad Ziane, à Casablanca|ouled-ziane",
        "la médina de Salé|sale",
        "le port de Safi|safi",
        "les saisonnières de la province de Taza|taza",
        "dans la forêt de Gourougou|gourougou",
        "saltaron la valla en Beni Enzar|beni-ensar",
        "el paso del Tarajal|bab-sebta",
        "llegaron desde El Aaiún y Dajla|dakhla",
        "vecinos de Alcazarquivir|ksar-el-kebir",
        "مهاجرون في حي بوخالف بطنجة|boukhalef",
        "وقعت المواجهات بمدينة وجدة|oujda",
        "سكان مدينة سلا|sale",
        "قدموا من سواحل الداخلة|dakhla",
        "بحي التقدم بالرباط|takaddoum",
        "جهة سوس ماسة|souss-massa",
        "شفتهم فالدار البيضاء البارح|casablanca",
        "معبر جوج بغال|zouj-bghal",
        "kaynin bzaf f casa daba|casablanca",
        "jaw mn ftanja|tangier",
        "saknin f derb soltan|derb-sultan"
      })
  void aPlaceIsFoundInASentence(String sentence, String id) {
    assertThat(found(sentence)).contains(id);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "quelle sale histoire",
        "un plat trop salé",
        "me tomé una taza de café en casa",
        "el perro se queda en el rincón de casa",
        "safi a khoya, safi baraka",
        "ضربه بفأس على رأسه",
        "وجده رجال الأمن في بيته",
        "بحث عنه فوجده ميتا",
        "انفجر بركان في إيطاليا",
        "جرادة واحدة أكلت الزرع",
        "العيون الزرق والشعر الأسود",
        "السنة الداخلة غادي نمشي",
        "عبروا المضيق نحو إسبانيا",
        "النسخة الجديدة من القانون",
        "ملامح أصيلة وأفران تقليدية",
        "كما ذكرنا آنفا",
        "الدخول مجاني لكن يا أسفي عليكم",
        "حنا ساكنين فالبادية والريف جميل"
      })
  void aCommonWordIsNoPlace(String sentence) {
    assertThat(found(sentence)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a\tCITY\t\t1\t2\tا\ta\ta\ta",
        "a\tTOWN\t\t1\t2\tا\ta\ta\ta\ta",
        "a\tCITY\t\tnorth\t2\tا\ta\ta\ta\ta",
        "a\tCITY\tb\t1\t2\tا\ta\ta\ta\ta",
        "a\tCITY\t\t1\t2\tا\ta\ta\ta\ta\na\tCITY\t\t1\t2\tا\ta\ta\ta\tb"
      })
  void aMalformedFileIsRefusedWithItsName(String file) {
    assertThatThrownBy(() -> Gazetteer.read(file.lines().toList(), "test.tsv"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("test.tsv");
  }

  private static Set<String> found(String sentence) {
    Set<String> ids = new HashSet<>();
    LEXICON
        .scan(Normaliser.normalise(sentence))
        .forEach(
            hit -> {
              if (hit.entry().layer() == Layer.PLACE) {
                ids.add(hit.entry().value());
              }
            });
    return ids;
  }
}
