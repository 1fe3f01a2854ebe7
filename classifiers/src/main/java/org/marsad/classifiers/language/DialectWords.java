// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.classifiers.language;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.marsad.classifiers.bundle.Bundled;
import org.marsad.classifiers.normal.Letters;
import org.marsad.classifiers.normal.NormalText;
import org.marsad.classifiers.normal.Normaliser;

/**
 * Words that tell Darija, standard Arabic and the Arabic spoken elsewhere apart, where n-grams
 * learned from sets about a few topics say more about the topic.
 */
public final class DialectWords {
  private static final String FILE = "dialect-words.tsv";
  private static final DialectWords BUNDLED = read();

  private final Map<String, Language> words = new HashMap<>();
  private int longest;

  private DialectWords() {}

  /** The list that comes with the program. */
  public static DialectWords bundled() {
    return BUNDLED;
  }

  private static DialectWords read() {
    DialectWords dialects = new DialectWords();
    for (String line : Bundled.lines(DialectWords.class, FILE)) {
      if (!line.startsWith("#")) {
        dialects.add(line);
      }
    }
    return dialects;
  }

  private void add(String line) {
    String[] parts = line.split("\t", 2);
    Language language = language(parts[0]);
    if (parts.length < 2 || language == null) {
      throw new IllegalStateException(
          FILE + ": '" + line + "' is not ary-Arab, arb or other-ar, a tab, and words");
    }
    for (String word : parts[1].split(" ")) {
      String folded = Normaliser.normalise(word).toString();
      Language other = words.put(folded, language);
      if (other != null && other != language) {
        throw new IllegalStateException(FILE + ": '" + word + "' stands for two");
      }
      longest = Math.max(longest, folded.length());
    }
  }

  private static @Nullable Language language(String code) {
    return switch (code) {
      case "ary-Arab" -> Language.DARIJA_ARABIC;
      case "arb" -> Language.STANDARD_ARABIC;
      case "other-ar" -> Language.OTHER_ARABIC;
      default -> null;
    };
  }

  /** How many words of text[start, end) are only written in each Arabic. */
  public Map<Language, Integer> count(NormalText text, int start, int end) {
    Map<Language, Integer> counts = new EnumMap<>(Language.class);
    int i = start;
    while (i < end) {
      int from = i;
      while (i < end && Letters.isLetterOrDigit(text.charAt(i))) {
        i++;
      }
      if (i > from + 1 && i - from <= longest) {
        Language language = words.get(text.substring(from, i));
        if (language != null) {
          counts.merge(language, 1, Integer::sum);
        }
      }
      i++;
    }
    return counts;
  }
}
