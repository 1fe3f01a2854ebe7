// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.model;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Whether a text of {@link Filters} may be searched for: each beginning is looked up in ten fields,
 * and may stand for thousands of words; each word with synonyms stands for dozens.
 */
public final class QueryCost {
  private static final int MOST_WORDS = 60;
  private static final int MOST_WORDS_WITH_SYNONYMS = 20;
  private static final int MOST_BEGINNINGS = 5;
  private static final int MOST_PARENTHESES = 8;
  private static final int MOST_CHARACTERS = 500;

  /** What a text may cost, in words. */
  public static final List<String> ALLOWED =
      List.of(
          "at most " + MOST_WORDS + " words",
          "at most " + MOST_WORDS_WITH_SYNONYMS + " words with synonyms",
          "at most " + MOST_BEGINNINGS + " beginnings such as word*",
          "at most " + MOST_PARENTHESES + " parentheses",
          "at most " + MOST_CHARACTERS + " characters");

  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");

  private QueryCost() {}

  /** What is wrong with a text, in a sentence; empty where it may be searched for. */
  public static Optional<String> fault(String text, boolean synonyms) {
    int mostWords = synonyms ? MOST_WORDS_WITH_SYNONYMS : MOST_WORDS;
    boolean costly =
        text.length() > MOST_CHARACTERS
            || WORD.matcher(text).results().count() > mostWords
            || count(text, '*') > MOST_BEGINNINGS
            || count(text, '(') > MOST_PARENTHESES;
    return costly ? Optional.of("It asks for too much at once.") : Optional.empty();
  }

  private static long count(String text, char sought) {
    return text.chars().filter(letter -> letter == sought).count();
  }
}
