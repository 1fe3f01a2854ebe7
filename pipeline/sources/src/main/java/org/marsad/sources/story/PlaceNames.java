// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.story;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
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
  private static final Set<String> BEGINNINGS = new HashSet<>();

  static {
    for (Place place : Gazetteer.shipped().places()) {
      Stream.concat(
              Stream.of(place.arabicName(), place.frenchName(), place.spanishName()),
              place.spellings().stream().filter(name -> name.length() >= LEAST_LETTERS))
          .map(Words::in)
          .forEach(words -> learn(words, place.id()));
    }
  }

  private PlaceNames() {}

  private static void learn(List<Word> name, String id) {
    if (!name.isEmpty()) {
      BEGINNINGS.add(name.get(0).folded());
      IDS.putIfAbsent(folded(name), id);
    }
  }

  private static String folded(List<Word> words) {
    return String.join(" ", words.stream().map(Word::folded).toList());
  }

  /** The ids of the places that a text names, in its order. */
  static Set<String> in(StoryWords text) {
    List<Word> words = text.words();
    Set<String> found = new LinkedHashSet<>();
    int at = 0;
    while (at < words.size()) {
      boolean mayBeName = NameWords.mayBeginName(text.text().charAt(words.get(at).start()));
      at += Math.max(1, mayBeName ? lengthAt(words, at, found) : 0);
    }
    return found;
  }

  /** How many words the longest name has that begins here, 0 where none does; adds its id. */
  private static int lengthAt(List<Word> words, int at, Set<String> found) {
    for (String beginning : NameWords.withoutParticle(words.get(at).folded())) {
      for (int length = longest(beginning, words.size() - at); length > 0; length--) {
        String rest = folded(words.subList(at + 1, at + length));
        String id = IDS.get(rest.isEmpty() ? beginning : beginning + " " + rest);
        if (id != null) {
          found.add(id);
          return length;
        }
      }
    }
    return 0;
  }

  private static int longest(String beginning, int left) {
    return BEGINNINGS.contains(beginning) ? Math.min(LONGEST, left) : 0;
  }
}
