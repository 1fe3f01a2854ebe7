// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.classifiers.reading;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.marsad.classifiers.lexicon.Hit;
import org.marsad.classifiers.lexicon.Layer;
import org.marsad.classifiers.lexicon.Lexicon;
import org.marsad.classifiers.normal.Letters;
import org.marsad.classifiers.normal.NormalText;

/**
 * Finds names of groups in Latin words that hold digits in place of letters ("m1grants"). In
 * Arabizi digits are letters (3 for ع, 7 for ح), so no digit is undone for good: the text stays as
 * it is, and a reading of a word counts only where no list explains the word as it stands and the
 * reading is the name of a group.
 */
final class DisguisedMentions {
  /** Each digit, and the letters that it may stand for. */
  private static final String[] LETTERS_LIKE = {"o", "il", "", "e", "a", "s", "", "t", "", ""};

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
      int digits = 0;
      while (i < text.length() && Letters.isLetterOrDigit(text.charAt(i))) {
        letters += text.charAt(i) >= 'a' && text.charAt(i) <= 'z' ? 1 : 0;
        digits += lettersLike(text.charAt(i)).isEmpty() ? 0 : 1;
        i++;
      }
      while (hit < hits.size() && hits.get(hit).start() < i) {
        explained = Math.max(explained, hits.get(hit).end());
        hit++;
      }
      int length = i - start;
      boolean candidate = digits > 0 && digits <= MOST_DIGITS && digits < letters;
      if (candidate && length >= SHORTEST_WORD && length <= LONGEST_WORD && explained <= start) {
        for (Hit name : names(text, start, text.substring(start, i).toCharArray(), 0)) {
          found.add(new Hit(start + name.start(), start + name.end(), start, name.entry()));
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
  private List<Hit> names(NormalText text, int start, char[] word, int from) {
    int at = from;
    while (at < word.length && lettersLike(word[at]).isEmpty()) {
      at++;
    }
    if (at == word.length) {
      List<Hit> hits = lexicon.scan(text.readAs(start, word));
      return hits.stream().anyMatch(DisguisedMentions::namesGroup) ? hits : List.of();
    }
    char digit = word[at];
    for (char letter : (lettersLike(digit) + digit).toCharArray()) {
      word[at] = letter;
      List<Hit> hits = names(text, start, word, at + 1);
      if (!hits.isEmpty()) {
        return hits;
      }
    }
    word[at] = digit;
    return List.of();
  }

  private static boolean namesGroup(Hit hit) {
    Layer layer = hit.entry().layer();
    return layer == Layer.TARGET || layer == Layer.WEAK_TARGET;
  }

  private static String lettersLike(char c) {
    return c >= '0' && c <= '9' ? LETTERS_LIKE[c - '0'] : "";
  }
}
