// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.story;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.marsad.model.Words;
import org.marsad.model.Words.Word;

/**
 * The words by which stories are known, folded as the classifiers fold them.
 *
 * @param text that the words were found in
 */
record StoryWords(String text, List<Word> words) {
  /** A line that begins with these is about the outlet or about other articles. */
  private static final Pattern NOT_OF_THE_STORY =
      Pattern.compile(
          "^[^\\p{L}\\p{N}]*(?:"
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

  /** Of a title; none where there is no title. */
  static StoryWords ofTitle(@Nullable String title) {
    String text = title == null ? "" : title;
    return new StoryWords(text, Words.in(text));
  }

  /**
   * Of an article's text, without the lines that any article may have, such as the agency's credit
   * and a box of links.
   */
  static StoryWords ofText(String text) {
    StringBuilder kept = new StringBuilder();
    text.lines()
        .filter(line -> !isBoilerplate(line.strip()))
        .forEach(line -> kept.append(line).append('\n'));
    kept.setLength(Math.min(kept.length(), MOST_CHARACTERS));
    String bare = Agencies.withoutCredit(kept.toString());
    return new StoryWords(bare, Words.in(bare));
  }

  List<String> folded() {
    return words.stream().map(Word::folded).toList();
  }

  private static boolean isBoilerplate(String line) {
    return line.length() <= LONGEST_LINE && NOT_OF_THE_STORY.matcher(line).lookingAt();
  }
}
