// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.model.search;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.marsad.model.Words;
import org.marsad.model.Words.Word;

/**
 * The forms of an Arabic word that has "and", a preposition or the article written together with
 * it. The stemmer of the index takes away the article and a few pairs of particles only; words with
 * others, such as {@code لمهاجرين} and {@code وللمهاجرين}, are found by asking for them as well.
 */
public final class ArabicForms {
  private static final String ARTICLE = "ال";
  private static final List<String> CONJUNCTIONS = List.of("", "و", "ف");
  private static final List<String> PREPOSITIONS = List.of("", "ب", "ل", "ك", "ف");

  /** In Darija also "of" and "on", which only the article shows to be no part of the word. */
  private static final List<String> BEFORE_ARTICLE = List.of("", "ب", "ك", "ف", "د", "ع");

  private static final List<String> WITH_ARTICLE = List.of("وال", "بال", "فال", "كال", "لل", "ال");

  /** Of a shorter word, a preposition makes other words: ريق "saliva", فريق "team". */
  private static final int SHORTEST = 4;

  private static final int SHORTEST_WITH_ARTICLE = 3;

  private ArabicForms() {}

  /**
   * The word and its forms, folded as the index folds; empty for what is not a single Arabic word.
   */
  public static Set<String> of(String typed) {
    List<Word> words = Words.in(typed);
    if (words.size() != 1 || !isArabic(words.get(0).folded())) {
      return Set.of();
    }
    String word = words.get(0).folded();
    String bare = word.startsWith(ARTICLE) ? word.substring(ARTICLE.length()) : word;
    Set<String> forms = new LinkedHashSet<>();
    forms.add(word);
    for (String and : CONJUNCTIONS) {
      if (bare.length() >= SHORTEST) {
        PREPOSITIONS.forEach(preposition -> forms.add(and + preposition + bare));
      }
      if (bare.length() >= SHORTEST_WITH_ARTICLE) {
        forms.add(and + "لل" + bare);
        BEFORE_ARTICLE.forEach(before -> forms.add(and + before + ARTICLE + bare));
      }
    }
    return forms;
  }

  /** The term, and what it is without an article at its beginning. */
  static Set<String> withoutArticle(String folded) {
    Set<String> forms = new LinkedHashSet<>();
    forms.add(folded);
    for (String start : WITH_ARTICLE) {
      if (folded.startsWith(start) && folded.length() >= start.length() + SHORTEST_WITH_ARTICLE) {
        forms.add(folded.substring(start.length()));
      }
    }
    return forms;
  }

  private static boolean isArabic(String word) {
    return word.codePoints()
        .allMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.ARABIC);
  }
}
