// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.model.search;

import java.util.List;
import java.util.stream.Stream;

/** Which characters mean something in a query, and what is left of a text without them. */
final class Signs {
  /** Of all our languages: whoever pastes a quotation has those of its text. */
  private static final String OPENING = "\"“«„";

  private static final String CLOSING = "\"”»“";

  private Signs() {}

  static boolean opens(char letter) {
    return OPENING.indexOf(letter) >= 0;
  }

  static boolean closes(char letter) {
    return CLOSING.indexOf(letter) >= 0;
  }

  static boolean endsWord(char letter) {
    return Character.isWhitespace(letter)
        || "()|".indexOf(letter) >= 0
        || opens(letter)
        || closes(letter);
  }

  /** What has a letter or digit in it, between spaces. */
  static List<String> words(String text) {
    return Stream.of(text.split("[\\s|()]+"))
        .filter(word -> word.codePoints().anyMatch(Character::isLetterOrDigit))
        .toList();
  }
}
