// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.classifiers.judge;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.marsad.classifiers.language.Language;
import org.marsad.classifiers.language.LanguageIdentifier;
import org.marsad.classifiers.language.Script;
import org.marsad.classifiers.linear.SparseVector;
import org.marsad.classifiers.reading.Reading;
import org.marsad.classifiers.reading.Sentence;

/**
 * The languages of a text: main one, all of them (main first), and sentence by sentence.
 *
 * @param ofSentences in the order of the reading's sentences
 */
record TextLanguages(Language main, List<String> all, List<Language> ofSentences) {

  /**
   * Names the languages.
   *
   * @param words the features of the whole text's words
   */
  static TextLanguages of(Reading reading, SparseVector words, LanguageIdentifier identifier) {
    Map<Language, Integer> letters = new EnumMap<>(Language.class);
    List<Language> ofSentences = new ArrayList<>();
    boolean single = reading.sentences().size() == 1;
    for (Sentence sentence : reading.sentences()) {
      Language language =
          identifier.identify(
              reading.text(),
              sentence.start(),
              sentence.end(),
              single ? words : reading.words(sentence));
      ofSentences.add(language);
      if (Script.of(reading.text(), sentence.start(), sentence.end()) != Script.NONE) {
        letters.merge(language, sentence.end() - sentence.start(), Integer::sum);
      }
    }
    List<Language> ranked = new ArrayList<>(letters.keySet());
    ranked.sort(Comparator.<Language>comparingInt(letters::get).reversed());
    if (ranked.isEmpty()) {
      ranked.add(Language.UNDETERMINED);
    }
    return new TextLanguages(
        ranked.get(0), ranked.stream().map(Language::code).toList(), List.copyOf(ofSentences));
  }
}
