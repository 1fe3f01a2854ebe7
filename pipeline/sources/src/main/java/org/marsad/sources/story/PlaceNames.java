// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.story;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.marsad.classifiers.gazetteer.Gazetteer;
import org.marsad.classifiers.gazetteer.Place;
import org.marsad.model.Words;
import org.marsad.model.Words.Word;

/**
 * Finds the gazetteer's places in any text. An assessment names places too, but only of texts about
 * migrants, and stories are told of all.
 */
final class PlaceNames {
  private static final int LONGEST = 4;

  /** Shorter spellings of those that stand beside a place's usual names are often other words. */
  private static final int LEAST_LETTERS = 5;

  private static final Map<String, String> IDS = new HashMap<>();

  static {
    for (Place place : Gazetteer.shipped().places()) {
      Stream.concat(
              Stream.of(place.arabicName(), place.frenchName(), place.spanishName()),
              place.spellings().stream().filter(name -> name.length() >= LEAST_LETTERS))
          .forEach(name -> IDS.putIfAbsent(folded(Words.in(name)), place.id()));
    }
  }

  private PlaceNames() {}

  private static String folded(List<Word> words) {
    return String.join(" ", words.stream().map(Word::folded).toList());
  }

  /**
   * @param words of the text
   * @return ids, in the order of the text
   */
  static Set<String> in(String text, List<Word> words) {
    Set<String> found = new LinkedHashSet<>();
    int at = 0;
    while (at < words.size()) {
      int length = NameWords.mayBeName(text, words.get(at)) ? lengthAt(words, at, found) : 0;
      at += Math.max(1, length);
    }
    return found;
  }

  /** How many words the longest name has that begins here; adds its id. */
  private static int lengthAt(List<Word> words, int at, Set<String> found) {
    List<String> beginnings = NameWords.withoutClitics(words.get(at).folded());
    for (int length = Math.min(LONGEST, words.size() - at); length > 0; length--) {
      String rest = folded(words.subList(at + 1, at + length));
      for (String beginning : beginnings) {
        String id = id(beginning, rest);
        if (id != null) {
          found.add(id);
          return length;
        }
      }
    }
    return 0;
  }

  private static @Nullable String id(String beginning, String rest) {
    return IDS.get(rest.isEmpty() ? beginning : beginning + " " + rest);
  }
}
