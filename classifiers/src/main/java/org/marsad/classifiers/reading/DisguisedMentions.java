// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.classifiers.reading;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.marsad.classifiers.lexicon.Hit;
import org.marsad.classifiers.lexicon.Lexicon;
import org.marsad.classifiers.normal.Letters;
import org.marsad.classifiers.normal.NormalText;

/**
 * Finds names of groups in words that hold digits in place of letters: digits that look like them
 * among Latin letters ("m1grants"), those that stand for them in Arabizi among Arabic ones
 * («الك7ل»). In Arabizi digits are letters (3 for ع, 7 for ح), so no digit is undone for good: the
 * text stays as it is, and a reading of a word counts only where no list explains the word as it
 * stands and the reading is the name of a group.
 */
final class DisguisedMentions {
  /** Each digit, and the letters that it may stand for in a Latin word. */
  private static final String[] LATIN = {"o", "il", "", "e", "a", "s", "", "t", "", ""};

  /** The same in an Arabic word. */
  private static final String[] ARABIC = {"ه", "ا", "ا", "ع", "", "خه", "ط", "ح", "غ", "ق"};

  /** Below it Arabizi words look like names by chance: m3na (with us), mena. */
  private static final int SHORTEST_WORD = 5;

  private static final int LONGEST_WORD = 30;
  private static final int MOST_DIGITS = 4;

  private final Lexicon lexicon;

  DisguisedMentions(Lexicon lexicon) {
    this.lexicon = lexicon;
  }

  /** Adds what is disguised in the text to its hits, keeping their order. */
  void addTo(List<Hit> hits, NormalText text) {
    List<Hit> found = new ArrayList<>();
    int hit = 0;
    int explained = 0;
    int i = 0;
    while (i < text.length()) {
      int start = i;
      int letters = 0;
      boolean arabic = false;
      while (i < text.length() && Letters.isLetterOrDigit(text.charAt(i))) {
        arabic |= isArabic(text.charAt(i));
        letters += isArabic(text.charAt(i)) || isLatin(text.charAt(i)) ? 1 : 0;
        i++;
      }
      while (hit < hits.size() && hits.get(hit).start() < i) {
        explained = Math.max(explained, hits.get(hit).end());
        hit++;
      }
      int length = i - start;
      if (letters < length && length >= SHORTEST_WORD && length <= LONGEST_WORD) {
        char[] word = text.substring(start, i).toCharArray();
        String[] table = arabic ? ARABIC : LATIN;
        long digits =
            IntStream.range(0, length).filter(k -> !likes(word[k], table).isEmpty()).count();
        if (digits > 0 && digits <= MOST_DIGITS && digits < letters && explained <= start) {
          for (Hit name : names(text, start, word, 0, table)) {
            found.add(new Hit(start + name.start(), start + name.end(), start, name.entry()));
          }
        }
      }
      i++;
    }
    if (!found.isEmpty()) {
      hits.addAll(found);
      hits.sort(Comparator.comparingInt(Hit::start));
    }
  }

  /** The terms of the first reading that names a group, trying the digits from {@code from} on. */
  private List<Hit> names(NormalText text, int start, char[] word, int from, String[] table) {
    int at = from;
    while (at < word.length && likes(word[at], table).isEmpty()) {
      at++;
    }
    if (at == word.length) {
      List<Hit> hits = lexicon.scan(text.readAs(start, word));
      return hits.stream().anyMatch(hit -> hit.entry().layer().isName()) ? hits : List.of();
    }
    char digit = word[at];
    for (char letter : (likes(digit, table) + digit).toCharArray()) {
      word[at] = letter;
      List<Hit> hits = names(text, start, word, at + 1, table);
      if (!hits.isEmpty()) {
        return hits;
      }
    }
    word[at] = digit;
    return List.of();
  }

  private static String likes(char c, String[] table) {
    return c >= '0' && c <= '9' ? table[c - '0'] : "";
  }

  private static boolean isLatin(char c) {
    return c >= 'a' && c <= 'z';
  }

  private static boolean isArabic(char c) {
    return c >= 'ء' && c <= 'ي';
  }
}
