// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.classifiers.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.marsad.classifiers.AnyText;
import org.marsad.classifiers.Spans;
import org.marsad.classifiers.language.LanguageIdentifier;
import org.marsad.classifiers.lexicon.Hit;
import org.marsad.classifiers.lexicon.LexiconReader;
import org.marsad.classifiers.model.ModelSet;
import org.marsad.classifiers.normal.NormalText;
import org.marsad.classifiers.normal.Normaliser;

class ReaderPropertyTest {
  private static final LanguageIdentifier LANGUAGES =
      new LanguageIdentifier(ModelSet.shipped().language());
  private static final Reader READER = new Reader(LexiconReader.shipped(), LANGUAGES);

  @Test
  void sentencesCoverTheTextAndEachHoldsSomethingToRead() {
    AnyText.forEach(
        3,
        4000,
        text -> {
          NormalText normal = Normaliser.normalise(text);
          List<Integer> ends = SentenceSplitter.ends(normal);
          int start = 0;
          for (int end : ends) {
            assertThat(normal.substring(start, end)).isNotBlank();
            assertThat(end - start).isLessThanOrEqualTo(2 * SentenceSplitter.LONGEST + 2);
            start = end;
          }
          assertThat(start).isEqualTo(normal.toString().isBlank() ? 0 : normal.length());
        });
  }

  @Test
  void mentionsAndCuesPointIntoTheOriginalInOrder() {
    AnyText.forEach(
        4,
        800,
        text -> {
          Reading reading = READER.read(text);
          assertThat(reading.mentioned()).isEqualTo(!ReaderTest.mentions(reading).isEmpty());
          int last = 0;
          for (Hit mention : ReaderTest.mentions(reading)) {
            assertThat(mention.start()).isGreaterThanOrEqualTo(last);
            last = mention.end();
          }
          Stream.concat(
                  ReaderTest.mentions(reading).stream(),
                  reading.sentences().stream().flatMap(sentence -> sentence.cues().stream()))
              .forEach(
                  hit ->
                      Spans.check(
                          reading.text().originalStart(hit.start()),
                          reading.text().originalEnd(hit.end()),
                          text));
        });
  }

  @Test
  void everySentenceHasALanguage() {
    AnyText.forEach(
        5,
        800,
        text -> {
          Reading reading = READER.read(text);
          for (Sentence sentence : reading.sentences()) {
            assertThat(
                    LANGUAGES.identify(
                        reading.text(), sentence.start(), sentence.end(), reading.words(sentence)))
                .isNotNull();
          }
        });
  }
}
