// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.story;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.marsad.classifiers.Assessment;

/**
 * What a newsroom's own words and a translation leave as they are; each ascending and once.
 *
 * @param language the main one, Darija and standard Arabic made one; empty where the text was not
 *     classified
 * @param numbers that are no year and no day of a month
 * @param places of the gazetteer, as hashes
 */
public record Facts(String language, int[] numbers, int[] places) {
  private static final int MOST_NUMBERS = 16;
  private static final int MOST_PLACES = 8;
  private static final int DAYS = 31;

  static Facts of(@Nullable Assessment judged, StoryWords title, StoryWords text) {
    return new Facts(
        language(judged),
        sorted(IntStream.concat(Figures.in(title.words()), Figures.in(text.words())), MOST_NUMBERS),
        sorted(
            IntStream.concat(
                PlaceNames.in(title).stream().mapToInt(String::hashCode),
                PlaceNames.in(text).stream().mapToInt(String::hashCode)),
            MOST_PLACES));
  }

  private static String language(@Nullable Assessment judged) {
    if (judged == null || !judged.classified()) {
      return "";
    }
    String code = judged.language();
    return code.equals("ary-Arab") || code.equals("arb") || code.equals("other-ar") ? "ar" : code;
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
    int[] mine = telling();
    int[] theirs = other.telling();
    // A table of figures has any two; so the longer list counts.
    return new Agreement(shared(mine, theirs), Math.max(mine.length, theirs.length));
  }

  /** Whether there is one among them that is not of a day's or an hour's size. */
  boolean sharesLargeNumber(Facts other) {
    return shared(Arrays.stream(numbers).filter(number -> number > DAYS).toArray(), other.numbers)
        > 0;
  }

  Agreement ofPlaces(Facts other) {
    return agreement(places, other.places);
  }

  private static Agreement agreement(int[] one, int[] other) {
    return new Agreement(shared(one, other), Math.min(one.length, other.length));
  }

  private static int shared(int[] one, int[] other) {
    return (int) Arrays.stream(one).filter(value -> Arrays.binarySearch(other, value) >= 0).count();
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
