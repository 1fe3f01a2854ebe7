// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.story;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.marsad.classifiers.Assessment;
import org.marsad.model.Document;
import org.marsad.model.Words;
import org.marsad.model.Words.Word;

/**
 * What a newsroom's own words and a translation leave as they are; each ascending and once.
 *
 * @param language the main one, Darija and standard Arabic made one; empty where the text was not
 *     classified
 * @param numbers that are no year and no day of a month
 * @param places of the gazetteer, as hashes
 * @param names hashes of the consonants of the words that may be names: those with a capital, or in
 *     Arabic, which has none, all
 */
public record Facts(String language, int[] numbers, int[] places, int[] names) {
  private static final int MOST_NUMBERS = 16;
  private static final int MOST_PLACES = 8;
  private static final int MOST_NAMES = 128;

  /** Shorter skeletons fit too many words. */
  private static final int LEAST_CONSONANTS = 3;

  static Facts of(Document document) {
    String title = document.title();
    String text = title == null ? document.text() : title + "\n" + document.text();
    List<Word> words = Words.in(text);
    return new Facts(
        language(document.assessment()),
        sorted(Figures.in(words), MOST_NUMBERS),
        sorted(PlaceNames.in(text, words).stream().mapToInt(String::hashCode), MOST_PLACES),
        sorted(skeletons(text, words), MOST_NAMES));
  }

  private static String language(@Nullable Assessment judged) {
    if (judged == null || !judged.classified()) {
      return "";
    }
    String code = judged.language();
    return code.equals("ary-Arab") || code.equals("arb") || code.equals("other-ar") ? "ar" : code;
  }

  private static IntStream skeletons(String text, List<Word> words) {
    List<String> skeletons = new ArrayList<>();
    for (Word word : words) {
      if (NameWords.mayBeName(text, word)) {
        NameWords.withoutClitics(word.folded()).forEach(bare -> skeletons.add(Skeletons.of(bare)));
      }
    }
    return skeletons.stream()
        .filter(skeleton -> skeleton.length() >= LEAST_CONSONANTS)
        .mapToInt(String::hashCode);
  }

  private static int[] sorted(IntStream values, int most) {
    return values.distinct().sorted().limit(most).toArray();
  }

  /** The numbers of two digits or more: others are in every text. */
  int[] telling() {
    return Arrays.stream(numbers).filter(number -> number > 9).toArray();
  }

  /** Whether the two are in two languages that are both known. */
  boolean areTranslatable(Facts other) {
    return !language.isEmpty() && !other.language.isEmpty() && !language.equals(other.language);
  }

  Agreement ofNumbers(Facts other) {
    return agreement(numbers, other.numbers);
  }

  Agreement ofTellingNumbers(Facts other) {
    return agreement(telling(), other.telling());
  }

  Agreement ofPlaces(Facts other) {
    return agreement(places, other.places);
  }

  Agreement ofNames(Facts other) {
    return agreement(names, other.names);
  }

  private static Agreement agreement(int[] one, int[] other) {
    int shared =
        (int) Arrays.stream(one).filter(value -> Arrays.binarySearch(other, value) >= 0).count();
    return new Agreement(shared, Math.min(one.length, other.length));
  }

  /**
   * @param shared how many both have
   * @param possible how many both could have
   */
  record Agreement(int shared, int possible) {
    double share() {
      return possible == 0 ? 0 : (double) shared / possible;
    }
  }
}
