// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.classifiers.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.marsad.classifiers.Voice;
import org.marsad.classifiers.normal.Normaliser;
import org.marsad.classifiers.reading.Reading;

class VoiceFinderTest {
  /** The text, the words that are asked about, and whose they are. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "Les Africains sont des voleurs, dehors !|voleurs|AUTHOR",
        "Un passant a crié « dehors les Africains » devant la gare|dehors|QUOTED_NEUTRAL",
        "Le maire affirme que ces migrants sont des voleurs|voleurs|QUOTED_NEUTRAL",
        "Selon un riverain, les migrants volent et agressent|agressent|QUOTED_NEUTRAL",
        "Les migrants volent tout, a-t-il dit aux policiers|volent tout|QUOTED_NEUTRAL",
        "Selon moi, les migrants sont des voleurs|voleurs|AUTHOR",
        "Il dit « les Africains dehors ». Il a raison.|dehors|QUOTED_ENDORSED",
        "Il dit « les Africains dehors ». Il n'a pas tort.|dehors|QUOTED_NEUTRAL",
        "Crier « les Africains dehors », quelle honte !|dehors|QUOTED_CONDEMNED",
        "Des migrants ont été attaqués à coups de machette|machette|REPORTED_EVENT",
        "هاد الأفارقة كلهم شفارة|شفارة|AUTHOR",
        "قال الوزير إن المهاجرين مجرمون|مجرمون|QUOTED_NEUTRAL",
        "قال الرجل إن المهاجرين مجرمون. والله صدق.|مجرمون|QUOTED_ENDORSED",
        "كتب أحدهم «ارحلوا من بلادنا»، وهذا خطاب كراهية|ارحلوا|QUOTED_CONDEMNED",
        "حسب سكان الحي، المهاجرين دارو فوضى|فوضى|QUOTED_NEUTRAL",
        "حسب رأيي المهاجرين دارو فوضى|فوضى|AUTHOR",
        "هجوم على المهاجرين بالسيوف في طنجة|السيوف|REPORTED_EVENT",
        "كيقولو بلي الأفارقة شفارة وهادشي ماشي صحيح|شفارة|QUOTED_CONDEMNED",
        "جاري قاليا الأفارقة شفارة، عندو الحق|شفارة|QUOTED_ENDORSED",
        "had l3wazza kamlin chfara|chfara|AUTHOR",
        "jari galia l3wazza kamlin chfara|chfara|QUOTED_NEUTRAL",
        "galk l3wazza chfara, 3ndo l7e9|chfara|QUOTED_ENDORSED",
        "galk l3wazza chfara, klam khawi|chfara|QUOTED_CONDEMNED",
        "Los inmigrantes son unos ladrones|ladrones|AUTHOR",
        "El vecino dice que los inmigrantes son ladrones|ladrones|QUOTED_NEUTRAL",
        "El vecino dice que los inmigrantes son ladrones y tiene razón|ladrones|QUOTED_ENDORSED",
        "El vecino dice que los inmigrantes son ladrones y no tiene razón|ladrones|QUOTED_CONDEMNED",
        "Según el diario, los inmigrantes roban|roban|QUOTED_NEUTRAL",
        "Varios migrantes fueron atacados con un machete|machete|REPORTED_EVENT",
        "Migrants are thieves|thieves|AUTHOR",
        "The mayor said migrants are thieves|thieves|QUOTED_NEUTRAL",
        "The mayor said migrants are thieves. I agree.|thieves|QUOTED_ENDORSED",
        "The mayor said migrants are thieves. This is unacceptable.|thieves|QUOTED_CONDEMNED",
        "El vecino dice que son ladrones y tiene razón, fuera los inmigrantes|fuera|AUTHOR",
        "قالو مرحبا بالأفارقة ولكن أنا كنقول خاصهم يرجعو لبلادهم|يرجعو|AUTHOR",
        "They said the migrants may stay but I say send them back|send|AUTHOR",
        "I said that migrants are thieves|thieves|AUTHOR",
        "Two migrants were beaten by thugs|thugs|REPORTED_EVENT"
      })
  void tellsWhoseWordsAre(String text, String words, Voice voice) {
    assertThat(voice(VoiceFinder.ofText(Readings.of(text)), text, words)).isEqualTo(voice);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "Des migrants volent des motos à Tanger|volent|HEADLINE_UNATTRIBUTED",
        "« Les migrants volent des motos », selon un élu|volent|QUOTED_NEUTRAL"
      })
  void aHeadlineWithoutASpeakerIsToldApart(String title, String words, Voice voice) {
    assertThat(voice(VoiceFinder.ofHeadline(Readings.of(title)), title, words)).isEqualTo(voice);
  }

  @Test
  void everyCueOfSpeechIsKnown() throws IOException {
    String path = "/org/marsad/classifiers/lexicon/speech.tsv";
    Set<String> known = Stream.of(Speech.values()).map(Speech::name).collect(Collectors.toSet());
    try (InputStream in = VoiceFinderTest.class.getResourceAsStream(path)) {
      String file =
          new String(Objects.requireNonNull(in, path).readAllBytes(), StandardCharsets.UTF_8);
      assertThat(file.lines().filter(line -> !line.startsWith("#")))
          .allSatisfy(line -> assertThat(known).contains(line.split("\t", -1)[1]));
    }
  }

  @Test
  void aSentenceIsQuotedWhereMostOfItIs() {
    Reading reading =
        Readings.of("Il a lancé : « Les migrants dehors, tous ! » Les migrants sont des voisins.");
    VoiceFinder voices = VoiceFinder.ofText(reading);
    assertThat(reading.sentences().stream().map(one -> voices.of(one.start(), one.end())))
        .first()
        .isEqualTo(Voice.QUOTED_NEUTRAL);
    assertThat(reading.sentences().stream().map(one -> voices.of(one.start(), one.end())))
        .last()
        .isEqualTo(Voice.AUTHOR);
  }

  @Test
  void aTextInQuotationMarksFromEndToEndIsItsAuthors() {
    String text = "« Les migrants dehors »";
    assertThat(voice(VoiceFinder.ofText(Readings.of(text)), text, "dehors"))
        .isEqualTo(Voice.AUTHOR);
  }

  @Test
  void aMarkThatNothingClosesQuotesNothing() {
    String text = "Un écran de 15\" volé.\nLes migrants dehors, \"tous\" dehors";
    assertThat(voice(VoiceFinder.ofText(Readings.of(text)), text, "migrants dehors"))
        .isEqualTo(Voice.AUTHOR);
  }

  @Test
  void manyQuotationsTakeLinearTime() {
    String text = "Il dit \"les migrants dehors\" et \"merci\" encore. ".repeat(20_000);
    Reading reading = Readings.of(text);
    VoiceFinder voices = VoiceFinder.ofText(reading);
    assertThat(reading.sentences()).hasSizeGreaterThan(10_000);
    assertThat(reading.sentences())
        .allSatisfy(one -> assertThat(voices.of(one.start(), one.end())).isNotNull());
  }

  private static Voice voice(VoiceFinder voices, String text, String words) {
    String normal = Normaliser.normalise(text).toString();
    String asked = Normaliser.normalise(words).toString();
    int start = normal.indexOf(asked);
    assertThat(start).as(words).isNotNegative();
    return voices.of(start, start + asked.length());
  }
}
