// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.story;

import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.marsad.model.Words.Word;

/** Finds the figures that a report gives: how many, how much, how far. */
final class Figures {
  private static final Set<String> MONTHS =
      Set.of(
          ("يناير فبراير مارس ابريل ماي مايو يونيو يوليوز يوليو غشت اغسطس شتنبر "
                  + "سبتمبر اكتوبر نونبر نوفمبر دجنبر ديسمبر janvier fevrier mars avril mai "
                  + "juin juillet aout septembre octobre novembre decembre enero febrero "
                  + "marzo abril mayo junio julio agosto septiembre octubre noviembre "
                  + "diciembre january february march april may june july august september "
                  + "october november december")
              .split(" "));

  /** With a particle before it or an ending behind it: و14, 12e, 21km. */
  private static final Pattern NUMBER = Pattern.compile("\\p{L}?(\\d{1,9})\\p{L}{0,2}");

  private static final int FIRST_YEAR = 1900;
  private static final int LAST_YEAR = 2099;
  private static final int THOUSAND = 1_000;

  private Figures() {}

  /** The numbers that are neither years nor days of a month, in the order of the text. */
  static IntStream in(List<Word> words) {
    IntStream.Builder figures = IntStream.builder();
    int at = 0;
    while (at < words.size()) {
      int number = number(words, at);
      int thousands = number > 0 && number < THOUSAND ? thousands(words, at + 1) : -1;
      if (thousands >= 0) {
        figures.add(number * THOUSAND + thousands);
        at++;
      } else if (number >= 0 && !isYear(number) && !isDay(words, at)) {
        figures.add(number);
      }
      at++;
    }
    return figures.build();
  }

  /** -1 where the word is none. */
  private static int number(List<Word> words, int at) {
    Matcher matcher = NUMBER.matcher(folded(words, at));
    return matcher.matches() ? Integer.parseInt(matcher.group(1)) : -1;
  }

  /** The second part of {@code 12 500}; -1 where there is none. */
  private static int thousands(List<Word> words, int at) {
    String word = folded(words, at);
    return word.length() == 3 && word.chars().allMatch(c -> '0' <= c && c <= '9')
        ? Integer.parseInt(word)
        : -1;
  }

  private static boolean isYear(int number) {
    return FIRST_YEAR <= number && number <= LAST_YEAR;
  }

  /** {@code 15 juillet}, {@code 15 de julio}. */
  private static boolean isDay(List<Word> words, int at) {
    String next = folded(words, at + 1);
    return MONTHS.contains(next.equals("de") ? folded(words, at + 2) : next);
  }

  private static String folded(List<Word> words, int at) {
    return at < words.size() ? words.get(at).folded() : "";
  }
}
