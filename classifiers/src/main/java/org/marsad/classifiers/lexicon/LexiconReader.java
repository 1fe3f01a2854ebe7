// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.classifiers.lexicon;

import java.util.List;
import org.marsad.classifiers.bundle.Bundled;
import org.marsad.classifiers.gazetteer.Gazetteer;
import org.marsad.classifiers.gazetteer.Place;
import org.marsad.classifiers.normal.Normaliser;

/**
 * Reads term files: {@code LAYER <tab> value <tab> term, term, …} a line; {@code #} starts a
 * comment line. Braces list spellings: {@code mohajir{in,a}}. Terms are normalised like any text.
 */
public final class LexiconReader {
  private static final List<String> SHIPPED =
      List.of(
          "mentions.tsv",
          "hints.tsv",
          "frames.tsv",
          "voice.tsv",
          "themes.tsv",
          "speech.tsv",
          "news.tsv");

  private LexiconReader() {}

  /** The lexicon that is bundled, with the spellings of the gazetteer. */
  public static Lexicon shipped() {
    Lexicon lexicon = new Lexicon();
    for (String file : SHIPPED) {
      read(Bundled.lines(LexiconReader.class, file), file, lexicon);
    }
    for (Place place : Gazetteer.shipped().places()) {
      Entry entry = new Entry(Layer.PLACE, place.id());
      place.spellings().forEach(spelling -> addSpellings(spelling, entry, lexicon));
    }
    return lexicon;
  }

  private static void read(List<String> lines, String name, Lexicon lexicon) {
    int number = 0;
    for (String line : lines) {
      number++;
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      String[] fields = line.split("\t", -1);
      if (fields.length != 3) {
        throw new IllegalStateException(name + ":" + number + ": not LAYER, value, terms");
      }
      Entry entry = new Entry(Layer.valueOf(fields[0]), fields[1]);
      StringBuilder term = new StringBuilder();
      int depth = 0;
      for (char c : (fields[2] + ",").toCharArray()) {
        depth += c == '{' ? 1 : c == '}' ? -1 : 0;
        if (c == ',' && depth == 0) {
          addSpellings(term.toString().strip(), entry, lexicon);
          term.setLength(0);
        } else {
          term.append(c);
        }
      }
    }
  }

  private static void addSpellings(String term, Entry entry, Lexicon lexicon) {
    if (term.isEmpty()) {
      return;
    }
    int open = term.indexOf('{');
    if (open < 0) {
      boolean prefix = term.endsWith("*");
      String letters =
          Normaliser.normalise(term.replace("*", " "))
              .toString()
              .replaceAll("[^\\p{L}\\p{N}]+", " ")
              .strip();
      if (letters.isEmpty()) {
        throw new IllegalStateException("A term without letters: " + term);
      }
      lexicon.add(prefix ? letters + "*" : letters, entry);
      return;
    }
    int close = term.indexOf('}', open);
    for (String spelling : term.substring(open + 1, close).split(",", -1)) {
      addSpellings(term.substring(0, open) + spelling + term.substring(close + 1), entry, lexicon);
    }
  }
}
