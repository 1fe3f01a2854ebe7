// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.story;

import java.util.ArrayList;
import java.util.List;
import org.marsad.model.Words.Word;

/** Words that may be names, or begin with what is written together with names. */
final class NameWords {
  private NameWords() {}

  /** Arabic has no capitals: any word may be a name. */
  static boolean mayBeName(String text, Word word) {
    char first = text.charAt(word.start());
    return isArabic(first) || Character.isUpperCase(first);
  }

  static boolean isArabic(char letter) {
    return Character.UnicodeBlock.of(letter) == Character.UnicodeBlock.ARABIC;
  }

  /** The word, and what it may be without the particles that are written together with it. */
  static List<String> withoutClitics(String word) {
    if (word.isEmpty() || !isArabic(word.charAt(0))) {
      return List.of(word);
    }
    List<String> forms = new ArrayList<>();
    forms.add(word);
    String bare = word;
    if (bare.length() > 3 && "وفبلك".indexOf(bare.charAt(0)) >= 0) {
      bare = bare.substring(1);
      forms.add(bare);
      if (word.startsWith("لل")) {
        forms.add("ا" + word);
      }
    }
    if (bare.length() > 4 && bare.startsWith("ال")) {
      forms.add(bare.substring(2));
    }
    return forms;
  }
}
