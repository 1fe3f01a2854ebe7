// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.story;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.marsad.classifiers.Assessment;
import org.marsad.model.Document;
import org.marsad.model.Words;
import org.marsad.model.Words.Word;

/**
 * What a translation leaves as it is, each as a hash, ascending, each once.
 *
 * @param language the main one, Darija and standard Arabic made one; empty where the text was not
 *     classified
 * @param numbers of two digits or more that are no year and no day of a month
 * @param places of the gazetteer
 * @param names consonants of the words that may be names: those with a capital, or in Arabic, which
 *     has none, all
 */
public record Facts(String language, int[] numbers, int[] places, int[] names) {
  static final Facts NONE = new Facts("", new int[0], new int[0], new int[0]);

  private static final int MOST_NUMBERS = 8;
  private static final int MOST_PLACES = 8;
  private static final int MOST_NAMES = 128;

  /** Shorter skeletons fit too many words. */
  private static final int LEAST_CONSONANTS = 3;

  private static final Set<String> MONTHS =
      Set.of(
          ("يناير فبراير مارس ابريل ماي مايو يونيو يوليوز يوليو غشت اغسطس شتنبر "
              + "سبتمبر اكتوبر نونبر نوفمبر دجنبر ديسمبر janvier fevrier mars avril mai "
              + "juin juillet aout septembre octobre novembre decembre enero febrero "
              + "marzo abril mayo junio julio agosto septiembre octubre noviembre "
              + "diciembre january february march april may june july august september "
              + "october november december")
              .split(" "));

  /** Hours and minutes: {@code 17h30}, {@code 17 heures}. */
  private static final Set<String> HOURS = Set.of("h", "heures", "heure", "horas", "am", "pm");

  /**
   * @param document assessed; without an assessment there are no places
   */
  static Facts of(Document document) {
    Assessment judged = document.assessment();
    if (judged == null || !judged.classified()) {
      return NONE;
    }
    String title = document.title();
    String text = title == null ? document.text() : title + "\n" + document.text();
    List<Word> words = Words.in(text);
    return new Facts(
        language(judged.language()),
        numbers(words),
        least(judged.places().stream().mapToInt(String::hashCode), MOST_PLACES),
        names(text, words));
  }

  private static String language(String code) {
    return code.equals("ary-Arab") || code.equals("arb") || code.equals("other-ar") ? "ar" : code;
  }

  private static int[] numbers(List<Word> words) {
    List<String> numbers = new ArrayList<>();
    for (int at = 0; at < words.size(); at++) {
      String word = words.get(at).folded();
      String next = folded(words, at + 1);
      String named = next.equals("de") ? folded(words, at + 2) : next;
      if (isNumber(word) && !isYear(word) && !MONTHS.contains(named) && !HOURS.contains(next)) {
        boolean hasThousands = next.length() == 3 && isNumber(next) && word.length() <= 3;
        numbers.add(hasThousands ? word + next : word);
        at += hasThousands ? 1 : 0;
      }
    }
    return least(
        numbers.stream().filter(number -> number.length() > 1).mapToInt(String::hashCode),
        MOST_NUMBERS);
  }

  private static String folded(List<Word> words, int at) {
    return at < words.size() ? words.get(at).folded() : "";
  }

  private static boolean isNumber(String word) {
    return !word.isEmpty() && word.chars().allMatch(c -> '0' <= c && c <= '9');
  }

  private static boolean isYear(String number) {
    return number.length() == 4 && (number.startsWith("19") || number.startsWith("20"));
  }

  private static int[] names(String text, List<Word> words) {
    List<String> skeletons = new ArrayList<>();
    for (Word word : words) {
      char first = text.charAt(word.start());
      if (Character.UnicodeBlock.of(first) == Character.UnicodeBlock.ARABIC) {
        withoutClitics(word.folded()).forEach(bare -> skeletons.add(Skeletons.of(bare)));
      } else if (Character.isUpperCase(first)) {
        skeletons.add(Skeletons.of(word.folded()));
      }
    }
    return least(
        skeletons.stream()
            .filter(skeleton -> skeleton.length() >= LEAST_CONSONANTS)
            .mapToInt(String::hashCode),
        MOST_NAMES);
  }

  /** The word, and what it may be without particles that are written together with it. */
  private static List<String> withoutClitics(String word) {
    String bare = word;
    if (bare.length() > 4 && "وفبلك".indexOf(bare.charAt(0)) >= 0) {
      bare = bare.substring(1);
    }
    if (bare.length() > 4 && bare.startsWith("ال")) {
      bare = bare.substring(2);
    }
    return bare.equals(word) ? List.of(word) : List.of(word, bare);
  }

  private static int[] least(IntStream hashes, int most) {
    return hashes.distinct().sorted().limit(most).toArray();
  }

  /** Whether the two are in two languages that are both known. */
  boolean areTranslatable(Facts other) {
    return !language.isEmpty() && !other.language.isEmpty() && !language.equals(other.language);
  }

  Agreement agreement(Facts other) {
    return new Agreement(
        shared(numbers, other.numbers),
        Math.min(numbers.length, other.numbers.length),
        shared(places, other.places),
        Math.min(places.length, other.places.length),
        shared(names, other.names));
  }

  private static int shared(int[] one, int[] other) {
    return (int)
        Arrays.stream(one).filter(hash -> Arrays.binarySearch(other, hash) >= 0).count();
  }

  /**
   * What two texts agree in.
   *
   * @param ofNumbers how many numbers they could have shared, {@code ofPlaces} how many places
   */
  record Agreement(int numbers, int ofNumbers, int places, int ofPlaces, int names) {}
}
