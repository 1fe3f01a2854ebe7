// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.classifiers.glossary;

import java.util.ArrayList;
import java.util.List;

/**
 * What is written onto Arabic words: conjunctions, prepositions, the article, marks of the present
 * and of negation, pronouns and plurals. CoreNLP's segmenter knows standard Arabic only and is
 * thousands of times slower; what remains here must be a word of the glossary anyway.
 */
final class Affixes {
  private static final int SHORTEST_STEM = 3;
  private static final List<String> PREFIXES =
      List.of(
          "", "وبال", "وكال", "فبال", "بال", "وال", "فال", "كال", "لل", "ولل", "ال", "كي", "كت",
          "تي", "و", "ف", "ب", "ل", "ه", "ك", "د", "غ", "م");
  private static final List<String> SUFFIXES =
      List.of("", "هم", "ها", "نا", "كم", "ه", "ك", "ي", "وا", "و", "ين", "ات", "ش", "هوم");

  private Affixes() {}

  /** The word itself and what may be its stem, likeliest first: the less is cut off the better. */
  static List<String> stems(String word) {
    List<String> stems = new ArrayList<>();
    stems.add(word);
    for (String suffix : SUFFIXES) {
      if (word.endsWith(suffix)) {
        for (String prefix : PREFIXES) {
          int end = word.length() - suffix.length();
          if (end - prefix.length() >= SHORTEST_STEM && word.startsWith(prefix)) {
            stems.add(word.substring(prefix.length(), end));
          }
        }
      }
    }
    return stems;
  }
}
