// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.classifiers.judge;

import java.util.ArrayList;
import java.util.List;
import org.marsad.classifiers.language.LanguageIdentifier;
import org.marsad.classifiers.lexicon.LexiconReader;
import org.marsad.classifiers.reading.Reader;
import org.marsad.classifiers.reading.Reading;
import org.marsad.classifiers.reading.Sentence;

/** What the assessor takes the sentences of a text to be written in, for tests to see. */
public final class SentenceLanguages {
  private final LanguageIdentifier identifier;
  private final Reader reader;

  public SentenceLanguages(LanguageIdentifier identifier) {
    this.identifier = identifier;
    this.reader = new Reader(LexiconReader.shipped(), identifier);
  }

  /** A sentence as it was written, and the code of its language. */
  public record Named(String sentence, String code) {}

  /** The sentences of a text, in order. */
  public List<Named> of(String text) {
    Reading reading = reader.read(text);
    TextLanguages languages = languages(reading);
    List<Named> named = new ArrayList<>();
    for (int i = 0; i < reading.sentences().size(); i++) {
      Sentence sentence = reading.sentences().get(i);
      String original =
          text.substring(
              reading.text().originalStart(sentence.start()),
              reading.text().originalEnd(sentence.end()));
      named.add(new Named(original.strip(), languages.ofSentences().get(i).code()));
    }
    return named;
  }

  /** The code of the language that most of a text is in. */
  public String main(String text) {
    return languages(reader.read(text)).main().code();
  }

  private TextLanguages languages(Reading reading) {
    return TextLanguages.of(reading, reading.words(), identifier);
  }
}
