// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.classifiers.glossary;

import java.util.List;
import org.marsad.classifiers.language.Language;
import org.marsad.classifiers.language.Script;

/** The word lists of the glossary. */
enum Book {
  ARABIC("arabic.tsv"),
  ARABIZI("arabizi.tsv"),
  FRENCH("french.tsv"),
  SPANISH("spanish.tsv"),
  ENGLISH("english.tsv");

  final String file;

  Book(String file) {
    this.file = file;
  }

  /** Where to look for a word: people write words of other languages into theirs. */
  static List<Book> of(Language language) {
    if (language.script() == Script.ARABIC) {
      return List.of(ARABIC);
    }
    return switch (language) {
      case FRENCH -> List.of(FRENCH, ARABIZI, ENGLISH, ARABIC);
      case SPANISH -> List.of(SPANISH, FRENCH, ENGLISH, ARABIC);
      case ENGLISH -> List.of(ENGLISH, FRENCH, ARABIC);
      default -> List.of(ARABIZI, FRENCH, SPANISH, ENGLISH, ARABIC);
    };
  }
}
