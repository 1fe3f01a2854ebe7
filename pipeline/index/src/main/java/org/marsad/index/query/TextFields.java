// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.index.query;

import java.util.List;
import org.marsad.model.search.TextQuery;

/**
 * The fields that a text is looked for in: the folded text of one or both parts of a document, and
 * its forms that are stemmed for one language each.
 *
 * @param parts {@code title}, {@code text}
 */
record TextFields(List<String> parts) {
  static final TextFields ALL = new TextFields(List.of("title", "text"));

  private static final List<String> FOLDED = List.of("");
  private static final List<String> ARABIC = List.of("", ".ar");
  private static final List<String> LATIN = List.of("", ".fr", ".es", ".en");
  private static final List<String> EVERY = List.of("", ".ar", ".fr", ".es", ".en");

  TextFields of(TextQuery.Part part) {
    return new TextFields(List.of(part == TextQuery.Part.TITLE ? "title" : "text"));
  }

  /** Every field of one part, the folded one first. */
  static List<String> forms(String part) {
    return EVERY.stream().map(form -> part + form).toList();
  }

  /** Every field; what stands in the title counts double. */
  List<String> weighted() {
    return weighted(EVERY);
  }

  /** Those in which a word of its script can be found. */
  List<String> weightedFor(String word) {
    return weighted(isArabic(word) ? ARABIC : LATIN);
  }

  /**
   * Those in which a beginning is marked: stems begin as the words do, but for Arabic ones, which
   * have lost the article.
   */
  List<String> marked(String beginning) {
    return weighted(isArabic(beginning) ? ARABIC : FOLDED);
  }

  /** Whether a stemmed field is of the script of a word; the folded ones are of every. */
  static boolean mayHold(String field, String word) {
    int language = field.indexOf('.');
    return language < 0 || field.endsWith(".ar") == isArabic(word);
  }

  private List<String> weighted(List<String> forms) {
    return parts.stream()
        .flatMap(part -> forms.stream().map(form -> part + form + weight(part)))
        .toList();
  }

  static float weightOf(String part) {
    return part.equals("title") ? 2 : 1;
  }

  private static String weight(String part) {
    return part.equals("title") ? "^2" : "";
  }

  static boolean isArabic(String word) {
    return word.codePoints()
        .anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.ARABIC);
  }
}
