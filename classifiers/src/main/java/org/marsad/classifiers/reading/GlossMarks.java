// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.classifiers.reading;

import java.util.ArrayList;
import java.util.List;
import org.marsad.classifiers.glossary.Glossary;
import org.marsad.classifiers.language.Language;
import org.marsad.classifiers.linear.FeatureHasher;
import org.marsad.classifiers.normal.Letters;
import org.marsad.classifiers.normal.NormalText;

/**
 * Tells the models what a sentence says in words that all languages share: its senses, those that
 * stand near each other, their kinds and the kinds that follow each other.
 */
final class GlossMarks {
  /** How many senses further a sense is still near. */
  private static final int REACH = 6;

  /** The same for kinds, which are few, so that any two of them meet often by chance. */
  private static final int REACH_OF_KINDS = 3;

  /** The kind of words that only hold a sentence together. */
  private static final String FUNCTION = "FUNCTION";

  private final FeatureHasher hasher;

  GlossMarks(FeatureHasher hasher) {
    this.hasher = hasher;
  }

  /** Marks text[start, end), a sentence of this language. The first text waits for the glossary. */
  void add(NormalText text, int start, int end, Language language) {
    Glossary glossary = Glossary.shipped();
    List<String> senses = senses(glossary, text, start, end, language);
    List<List<String>> kinds = new ArrayList<>();
    for (int i = 0; i < senses.size(); i++) {
      String sense = senses.get(i);
      hasher.addMark("sense " + sense);
      if (i + 1 < senses.size()) {
        hasher.addMark("sense " + sense + " then " + senses.get(i + 1));
      }
      for (String other : senses.subList(i + 1, Math.min(senses.size(), i + 1 + REACH))) {
        boolean first = sense.compareTo(other) < 0;
        hasher.addMark("senses " + (first ? sense : other) + ' ' + (first ? other : sense));
      }
      List<String> ofSense = glossary.kinds(sense);
      if (!ofSense.get(0).equals(FUNCTION)) {
        kinds.add(ofSense);
      }
    }
    for (int i = 0; i < kinds.size(); i++) {
      for (String kind : kinds.get(i)) {
        hasher.addMark("kind " + kind);
        for (int k = i + 1; k < Math.min(kinds.size(), i + 1 + REACH_OF_KINDS); k++) {
          for (String later : kinds.get(k)) {
            hasher.addMark("kind " + kind + (k == i + 1 ? " then " : " before ") + later);
          }
        }
      }
    }
  }

  private static List<String> senses(
      Glossary glossary, NormalText text, int start, int end, Language language) {
    List<String> senses = new ArrayList<>();
    int limit = Math.min(end, FeatureHasher.LONGEST_TEXT);
    int i = start;
    while (i < limit) {
      int from = i;
      while (i < limit && Letters.isLetterOrDigit(text.charAt(i))) {
        i++;
      }
      if (i > from && i - from <= FeatureHasher.LONGEST_WORD) {
        senses.addAll(glossary.senses(text.substring(from, i), language));
      }
      i++;
    }
    return senses;
  }
}
