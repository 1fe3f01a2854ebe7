// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.classifiers.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.marsad.classifiers.glossary.Glossary;
import org.marsad.classifiers.lexicon.Entry;
import org.marsad.classifiers.lexicon.Hit;
import org.marsad.classifiers.lexicon.Layer;
import org.marsad.classifiers.lexicon.Lexicon;
import org.marsad.classifiers.lexicon.LexiconReader;
import org.marsad.classifiers.normal.NormalText;
import org.marsad.classifiers.normal.Normaliser;

class MisspeltMentionsTest {
  private static final Lexicon LEXICON = LexiconReader.shipped();
  private static final MisspeltMentions MISSPELT = new MisspeltMentions(LEXICON);

  @ParameterizedTest
  @CsvSource({
    "les migrannts du quartier, migrannts",
    "les migarnts du quartier, migarnts",
    "les m*grants du quartier, m*grants",
    "les mi-grants du quartier, mi-grants",
    "les mig rants du quartier, mig rants",
    "هاد المهاحرين فالحومة, مهاحرين",
    "had 2afari99a f lhouma, 2afari99a"
  })
  void aSlipInANameIsAHint(String text, String slip) {
    NormalText normal = Normaliser.normalise(text);
    assertThat(found(normal))
        .singleElement()
        .satisfies(
            hit -> {
              assertThat(hit.entry().layer()).isEqualTo(Layer.HINT);
              int start = normal.originalStart(hit.start());
              assertThat(text.substring(start, normal.originalEnd(hit.end()))).isEqualTo(slip);
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "les migrants du quartier",
        "les migraines du quartier",
        "المهاجمين فالماتش",
        "des vitamines et des marguerites",
        "los vegetarianos del barrio",
        ""
      })
  void otherWordsAndNamesThatAreSpeltWellAreNoSlips(String text) {
    assertThat(found(Normaliser.normalise(text))).isEmpty();
  }

  @Test
  void anySlipAfterTheFirstLetterOfALongNameIsFound() {
    Random random = new Random(11);
    List<String> names = new ArrayList<>();
    LEXICON
        .words()
        .forEach(
            (word, entry) -> {
              if (entry.layer() == Layer.TARGET && word.length() >= 8 && word.length() <= 19) {
                names.add(word);
              }
            });
    assertThat(names).hasSizeGreaterThan(100);
    for (String name : names) {
      int at = 1 + random.nextInt(name.length() - 2);
      char other = name.charAt(random.nextInt(name.length()));
      String head = name.substring(0, at);
      String tail = name.substring(at);
      List<String> slips =
          List.of(
              head + tail.substring(1),
              head + other + tail,
              head + other + tail.substring(1),
              head + tail.charAt(1) + tail.charAt(0) + tail.substring(2));
      for (String slip : slips) {
        NormalText text = Normaliser.normalise(slip);
        boolean known = Glossary.shipped().knows(slip) || !LEXICON.scan(text).isEmpty();
        if (!known && text.toString().equals(slip)) {
          assertThat(found(text)).as("%s for %s", slip, name).isNotEmpty();
        }
      }
    }
  }

  @Test
  void aNameKeepsItsTarget() {
    Lexicon lexicon = new Lexicon();
    lexicon.add("migrants", new Entry(Layer.TARGET, "MIGRANT_GENERIC"));
    List<Hit> hits = new ArrayList<>();
    new MisspeltMentions(lexicon).addTo(hits, Normaliser.normalise("migrannts"));
    assertThat(hits).extracting(hit -> hit.entry().value()).containsExactly("MIGRANT_GENERIC");
  }

  private static List<Hit> found(NormalText text) {
    List<Hit> hits = LEXICON.scan(text);
    List<Hit> known = List.copyOf(hits);
    MISSPELT.addTo(hits, text);
    hits.removeAll(known);
    return hits;
  }
}
