// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.story;

import java.util.ArrayList;
import java.util.List;

/** Words that may be names, or begin with what is written together with names. */
final class NameWords {
  /** Shorter words are not what is left of one after a particle. */
  private static final int LEAST_LETTERS = 4;

  private NameWords() {}

  /** Arabic has no capitals: any word may be a name. */
  static boolean mayBeginName(char letter) {
    return isArabic(letter) || Character.isUpperCase(letter);
  }

  private static boolean isArabic(char letter) {
    return Character.UnicodeBlock.of(letter) == Character.UnicodeBlock.ARABIC;
  }

  /** The word, and what it may be without the particle that is written together with it. */
  static List<String> withoutParticle(String word) {
    if (word.length() < LEAST_LETTERS || "وفبلك".indexOf(word.charAt(0)) < 0) {
      return List.of(word);
    }
    List<String> forms = new ArrayList<>(List.of(word, word.substring(1)));
    if (word.startsWith("لل")) {
      forms.add("ا" + word);
    }
    return forms;
  }
}
