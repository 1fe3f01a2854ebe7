// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.classifiers.judge;

import org.marsad.classifiers.language.LanguageIdentifier;
import org.marsad.classifiers.lexicon.LexiconReader;
import org.marsad.classifiers.model.ModelSet;
import org.marsad.classifiers.reading.Reader;
import org.marsad.classifiers.reading.Reading;

/** Reads texts with the shipped term files. */
final class Readings {
  private static final Reader READER =
      new Reader(LexiconReader.shipped(), new LanguageIdentifier(ModelSet.shipped().language()));

  private Readings() {}

  static Reading of(String text) {
    return READER.read(text);
  }
}
