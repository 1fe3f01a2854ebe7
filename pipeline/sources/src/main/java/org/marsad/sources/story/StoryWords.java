// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.story;

import java.util.List;
import java.util.regex.Pattern;
import org.marsad.model.Words;
import org.marsad.model.Words.Word;

/**
 * The words of an article's text by which copies are known: folded as the classifiers fold them,
 * without the lines that any article may have, such as the agency's credit and a box of links.
 */
final class StoryWords {
  /** A line that begins with these is about the outlet or about other articles. */
  private static final Pattern NOT_OF_THE_STORY =
      Pattern.compile(
          "^\\W*(?:"
              + String.join(
                  "|",
                  List.of(
                      "(?:ا|إ)قر(?:أ|ا|ؤوا|ئي) (?:أيضا|المزيد|كذلك)",
                      "مواضيع (?:ذات صلة|مشابهة)",
                      "مقالات ذات صلة",
                      "تابعونا",
                      "تابعوا",
                      "للمزيد من الأخبار",
                      "اشترك(?:وا)? في",
                      "انضم(?:وا)? إلى",
                      "جميع الحقوق محفوظة",
                      "(?:à )?lire (?:aussi|également)",
                      "à lire",
                      "voir aussi",
                      "suivez",
                      "abonnez",
                      "tous droits réservés",
                      "lea también",
                      "lee también",
                      "te puede interesar",
                      "síguenos",
                      "suscríbete",
                      "todos los derechos",
                      "read (?:also|more)",
                      "related",
                      "follow us",
                      "subscribe",
                      "all rights reserved",
                      "©"))
              + ").*",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  /** A whole paragraph that begins so is part of the story after all. */
  private static final int LONGEST_LINE = 200;

  /** A longer text is known by its beginning. */
  private static final int MOST_CHARACTERS = 20_000;

  private StoryWords() {}

  static List<String> of(String text) {
    StringBuilder kept = new StringBuilder();
    text.lines()
        .filter(line -> !isBoilerplate(line.strip()))
        .forEach(line -> kept.append(line).append('\n'));
    kept.setLength(Math.min(kept.length(), MOST_CHARACTERS));
    return Words.in(Agencies.withoutCredit(kept.toString())).stream().map(Word::folded).toList();
  }

  private static boolean isBoilerplate(String line) {
    return line.length() <= LONGEST_LINE && NOT_OF_THE_STORY.matcher(line).lookingAt();
  }
}
