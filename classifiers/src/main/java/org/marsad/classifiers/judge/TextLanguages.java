// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.classifiers.judge;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.marsad.classifiers.language.Finding;
import org.marsad.classifiers.language.Language;
import org.marsad.classifiers.language.LanguageIdentifier;
import org.marsad.classifiers.language.Script;
import org.marsad.classifiers.linear.SparseVector;
import org.marsad.classifiers.reading.Reading;
import org.marsad.classifiers.reading.Sentence;

/**
 * The languages of a text: main one, all of them (main first), and sentence by sentence. A doubtful
 * sentence is taken to be in the language that prevails among the others of its script.
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
    List<Finding> findings = new ArrayList<>();
    boolean single = reading.sentences().size() == 1;
    for (Sentence sentence : reading.sentences()) {
      SparseVector ofSentence = single ? words : reading.words(sentence);
      findings.add(identifier.find(reading.text(), sentence.start(), sentence.end(), ofSentence));
    }
    List<Language> ofSentences =
        single ? List.of(findings.get(0).language()) : settled(reading, findings);
    Map<Language, Integer> letters = new EnumMap<>(Language.class);
    for (int i = 0; i < findings.size(); i++) {
      if (findings.get(i).words() > 0) {
        letters.merge(ofSentences.get(i), length(reading, i), Integer::sum);
      }
    }
    List<Language> ranked = ranked(letters);
    if (ranked.isEmpty()) {
      ranked.add(Language.UNDETERMINED);
    }
    return new TextLanguages(
        ranked.get(0), ranked.stream().map(Language::code).toList(), ofSentences);
  }

  /** The languages of the sentences, doubts settled by the sentences around. */
  private static List<Language> settled(Reading reading, List<Finding> findings) {
    Map<Script, Map<Language, Integer>> beyondDoubt = new EnumMap<>(Script.class);
    for (int i = 0; i < findings.size(); i++) {
      Finding finding = findings.get(i);
      if (!finding.isDoubtful()) {
        beyondDoubt
            .computeIfAbsent(finding.script(), script -> new EnumMap<>(Language.class))
            .merge(finding.language(), length(reading, i), Integer::sum);
      }
    }
    List<Language> settled = new ArrayList<>();
    for (Finding finding : findings) {
      Map<Language, Integer> around = beyondDoubt.get(finding.script());
      settled.add(
          finding.isDoubtful() && around != null ? ranked(around).get(0) : finding.language());
    }
    return List.copyOf(settled);
  }

  /** Most letters first. */
  private static List<Language> ranked(Map<Language, Integer> letters) {
    List<Language> ranked = new ArrayList<>(letters.keySet());
    ranked.sort(Comparator.<Language>comparingInt(letters::get).reversed());
    return ranked;
  }

  private static int length(Reading reading, int sentence) {
    Sentence chosen = reading.sentences().get(sentence);
    return chosen.end() - chosen.start();
  }
}
