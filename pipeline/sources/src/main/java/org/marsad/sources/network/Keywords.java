// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.network;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tells whether a text speaks of one of some words, whatever way they are spelt: letters are folded
 * (accents, Arabic vowel marks, the forms of alef, ya and ta marbuta), and an Arabic word may bear
 * what is written together with it (و ف ب ك ل ال).
 *
 * <p>A keyword is one word or several in a row; a {@code *} at its end stands for any ending.
 */
public final class Keywords {
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");
  private static final Pattern MARKS = Pattern.compile("[\\p{M}\u0640\u200B-\u200F]+");
  private static final Pattern PROCLITICS = Pattern.compile("^[وف]?(?:[بكل]?ال|لل|[بكل])?");
  private static final int SHORTEST_STEM = 3;

  private final Set<String> words = new HashSet<>();
  private final TreeSet<String> beginnings = new TreeSet<>();

  /** Several words in a row, by the first of them. */
  private final Map<String, List<List<String>>> phrases = new HashMap<>();

  public Keywords(List<String> keywords) {
    keywords.forEach(this::add);
  }

  /**
   * @param lines one keyword a line
   */
  public static Keywords parse(String lines) {
    return new Keywords(lines.lines().map(String::strip).filter(s -> !s.isEmpty()).toList());
  }

  public boolean isEmpty() {
    return words.isEmpty() && beginnings.isEmpty() && phrases.isEmpty();
  }

  private void add(String keyword) {
    List<String> parts = words(keyword);
    if (parts.isEmpty()) {
      return;
    }
    if (parts.size() > 1) {
      phrases.computeIfAbsent(parts.get(0), first -> new ArrayList<>()).add(parts);
    } else if (keyword.strip().endsWith("*")) {
      beginnings.add(parts.get(0));
    } else {
      words.add(parts.get(0));
    }
  }

  public boolean matches(String text) {
    List<String> read = words(text);
    for (int i = 0; i < read.size(); i++) {
      String word = read.get(i);
      if (isKnown(word) || isKnown(stem(word)) || startsPhrase(read, i)) {
        return true;
      }
    }
    return false;
  }

  private boolean isKnown(String word) {
    if (words.contains(word)) {
      return true;
    }
    // Of all beginnings that sort before the word, a true one need not be the nearest.
    for (String start = beginnings.floor(word);
        start != null && start.charAt(0) == word.charAt(0);
        start = beginnings.lower(start)) {
      if (word.startsWith(start)) {
        return true;
      }
    }
    return false;
  }

  private boolean startsPhrase(List<String> read, int at) {
    String word = read.get(at);
    return isPhrase(phrases.getOrDefault(word, List.of()), read, at)
        || isPhrase(phrases.getOrDefault(stem(word), List.of()), read, at);
  }

  private static boolean isPhrase(List<List<String>> known, List<String> read, int at) {
    return known.stream()
        .anyMatch(
            phrase ->
                at + phrase.size() <= read.size()
                    && phrase
                        .subList(1, phrase.size())
                        .equals(read.subList(at + 1, at + phrase.size())));
  }

  private static String stem(String word) {
    Matcher proclitics = PROCLITICS.matcher(word);
    return proclitics.find() && word.length() - proclitics.end() >= SHORTEST_STEM
        ? word.substring(proclitics.end())
        : word;
  }

  private static List<String> words(String text) {
    String folded =
        MARKS
            .matcher(Normalizer.normalize(text, Normalizer.Form.NFKD))
            .replaceAll("")
            .toLowerCase(Locale.ROOT)
            .replace('ى', 'ي')
            .replace('ة', 'ه')
            .replace('ٱ', 'ا')
            .replace('ی', 'ي')
            .replace('ک', 'ك');
    List<String> words = new ArrayList<>();
    Matcher matcher = WORD.matcher(folded);
    while (matcher.find()) {
      words.add(matcher.group());
    }
    return words;
  }
}
