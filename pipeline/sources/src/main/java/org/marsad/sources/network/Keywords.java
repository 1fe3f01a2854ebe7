// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.network;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.marsad.model.Words;

/**
 * Whole words and phrases to look for, in any of our languages. Case, accents, the spellings of
 * alef, hamza, ta marbuta and ya, vowel signs and elongation make no difference; nor do the Arabic
 * conjunctions, prepositions and the article that are written onto a word: {@code مهاجرين} finds
 * {@code وللمهاجرين}. A {@code *} at the end of a word stands for any ending.
 */
public final class Keywords {
  /** What is left of an Arabic word must still be a word. */
  private static final int SHORTEST_STEM = 3;

  private static final String CONJUNCTIONS = "وف";
  private static final String PREPOSITIONS = "بكل";
  private static final String ARTICLE = "ال";

  /**
   * @param open whether any ending will do
   */
  private record Part(String word, boolean open) {}

  /** What follows the first word of each keyword, by that word. */
  private final Map<String, List<List<Part>>> exact = new HashMap<>();

  private final Map<String, List<List<Part>>> prefixes = new HashMap<>();
  private int shortestPrefix = Integer.MAX_VALUE;
  private int longestPrefix;

  private Keywords(Iterable<String> lines) {
    for (String line : lines) {
      List<Part> parts = parts(line);
      if (!parts.isEmpty()) {
        add(parts.get(0), parts.subList(1, parts.size()));
      }
    }
  }

  /**
   * @param lines one word or phrase a line; null for none
   */
  public static Keywords of(@Nullable String lines) {
    return new Keywords(lines == null ? List.of() : lines.lines().toList());
  }

  /** Without keywords nothing can match. */
  public boolean isEmpty() {
    return exact.isEmpty() && prefixes.isEmpty();
  }

  public boolean match(String text) {
    List<Words.Word> words = Words.in(text);
    for (int i = 0; i < words.size(); i++) {
      for (String variant : variants(words.get(i).folded())) {
        if (startsAt(words, i, variant)) {
          return true;
        }
      }
    }
    return false;
  }

  private void add(Part first, List<Part> rest) {
    Map<String, List<List<Part>>> kind = first.open() ? prefixes : exact;
    kind.computeIfAbsent(first.word(), word -> new ArrayList<>()).add(rest);
    if (first.open()) {
      shortestPrefix = Math.min(shortestPrefix, first.word().length());
      longestPrefix = Math.max(longestPrefix, first.word().length());
    }
  }

  private static List<Part> parts(String line) {
    List<Part> parts = new ArrayList<>();
    for (String written : line.strip().split("\\s+")) {
      List<Words.Word> words = Words.in(written);
      for (int i = 0; i < words.size(); i++) {
        boolean open = written.endsWith("*") && i == words.size() - 1;
        parts.add(new Part(withoutArticle(spelling(words.get(i).folded())), open));
      }
    }
    return parts;
  }

  private boolean startsAt(List<Words.Word> words, int at, String variant) {
    if (continues(exact.get(variant), words, at + 1)) {
      return true;
    }
    int longest = Math.min(longestPrefix, variant.length());
    for (int length = shortestPrefix; length <= longest; length++) {
      if (continues(prefixes.get(variant.substring(0, length)), words, at + 1)) {
        return true;
      }
    }
    return false;
  }

  private static boolean continues(
      @Nullable List<List<Part>> rests, List<Words.Word> words, int from) {
    return rests != null && rests.stream().anyMatch(rest -> follows(rest, words, from));
  }

  private static boolean follows(List<Part> rest, List<Words.Word> words, int from) {
    if (from + rest.size() > words.size()) {
      return false;
    }
    for (int i = 0; i < rest.size(); i++) {
      Part part = rest.get(i);
      boolean fits =
          variants(words.get(from + i).folded()).stream()
              .anyMatch(
                  variant ->
                      part.open() ? variant.startsWith(part.word()) : variant.equals(part.word()));
      if (!fits) {
        return false;
      }
    }
    return true;
  }

  /** The word, and what of it may remain without what Arabic writes onto it. */
  private static Set<String> variants(String folded) {
    if (!isArabic(folded)) {
      return Set.of(folded);
    }
    String word = spelling(folded);
    Set<String> variants = new HashSet<>();
    variants.add(word);
    addStripped(word, variants);
    if (startsWithAny(word, CONJUNCTIONS)) {
      addIfLong(word.substring(1), variants);
      addStripped(word.substring(1), variants);
    }
    return variants;
  }

  private static void addStripped(String word, Set<String> variants) {
    addIfLong(withoutArticle(word), variants);
    if (startsWithAny(word, PREPOSITIONS)) {
      addIfLong(word.substring(1), variants);
      addIfLong(withoutArticle(word.substring(1)), variants);
    }
    if (word.startsWith("لل")) {
      addIfLong(word.substring(2), variants);
    }
  }

  private static void addIfLong(String stem, Set<String> variants) {
    if (stem.length() >= SHORTEST_STEM) {
      variants.add(stem);
    }
  }

  private static String withoutArticle(String word) {
    return word.startsWith(ARTICLE) && word.length() >= ARTICLE.length() + SHORTEST_STEM
        ? word.substring(ARTICLE.length())
        : word;
  }

  private static boolean startsWithAny(String word, String letters) {
    return !word.isEmpty() && letters.indexOf(word.charAt(0)) >= 0;
  }

  /** Endings that are written either way; the shared folding knows the other spellings. */
  private static String spelling(String folded) {
    return isArabic(folded) ? folded.replace('ة', 'ه').replace('ى', 'ي') : folded;
  }

  private static boolean isArabic(String word) {
    return word.charAt(0) >= 0x0600 && word.charAt(0) <= 0x077F;
  }
}
