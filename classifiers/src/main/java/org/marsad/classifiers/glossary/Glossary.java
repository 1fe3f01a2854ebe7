// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.classifiers.glossary;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.marsad.classifiers.bundle.Bundled;
import org.marsad.classifiers.language.Language;
import org.marsad.classifiers.normal.Normaliser;

/**
 * What words of six language forms say in plain English words, their senses, and the kinds of thing
 * that these name. «كيسرقو», kayser9o, volent, roban and steal all say {@code steal}, of the kind
 * {@code THEFT}: so what is learned of one is known of all. Immutable.
 *
 * <p>A gloss is no translation: it leaves out what the models do not need, and a word of several
 * meanings has the one that is likeliest where migrants are spoken about.
 */
public final class Glossary {
  private static final String KINDS = "kinds.tsv";

  private final Map<Book, Map<String, List<String>>> books = new EnumMap<>(Book.class);
  private final Map<String, List<String>> kinds;

  private Glossary() {
    for (Book book : Book.values()) {
      Map<String, List<String>> words = new HashMap<>();
      read(book.file)
          .forEach(
              (word, senses) -> words.putIfAbsent(Normaliser.normalise(word).toString(), senses));
      books.put(book, words);
    }
    kinds = read(KINDS);
    for (Map<String, List<String>> words : books.values()) {
      words.values().forEach(senses -> senses.forEach(this::kinds));
    }
  }

  /** Read on first use, once in a JVM. */
  private static final class Shipped {
    static final Glossary GLOSSARY = new Glossary();
  }

  /** The glossary that is bundled. */
  public static Glossary shipped() {
    return Shipped.GLOSSARY;
  }

  private static Map<String, List<String>> read(String file) {
    Map<String, List<String>> values = new HashMap<>();
    int number = 0;
    for (String line : Bundled.lines(Glossary.class, file)) {
      number++;
      if (line.startsWith("#")) {
        continue;
      }
      String[] fields = line.split("\t", -1);
      if (fields.length != 2 || fields[0].isEmpty() || fields[1].isEmpty()) {
        throw new IllegalStateException(file + ":" + number + ": not WORD, a tab and VALUES");
      }
      if (values.put(fields[0], List.of(fields[1].split(" "))) != null) {
        throw new IllegalStateException(file + ":" + number + ": a second " + fields[0]);
      }
    }
    return values;
  }

  /**
   * What a word says.
   *
   * @param word a normalised word
   * @param language of the sentence in which it stands
   * @return English words in the order of the parts they stand for; empty where none is known
   */
  public List<String> senses(String word, Language language) {
    for (Book book : Book.of(language)) {
      List<String> senses = senses(word, book);
      if (senses != null) {
        return senses;
      }
    }
    return List.of();
  }

  /** Whether any book has a normalised word, as it stands or without what is written onto it. */
  public boolean knows(String word) {
    for (Book book : Book.values()) {
      if (senses(word, book) != null) {
        return true;
      }
    }
    return false;
  }

  private @Nullable List<String> senses(String word, Book book) {
    Map<String, List<String>> words = books.getOrDefault(book, Map.of());
    List<String> whole = words.get(word);
    if (whole != null || book != Book.ARABIC) {
      return whole;
    }
    for (String stem : Affixes.stems(word)) {
      List<String> senses = words.get(stem);
      if (senses != null) {
        return senses;
      }
    }
    return null;
  }

  /**
   * The kinds of thing that a sense names, the main one first.
   *
   * @throws IllegalStateException if the glossary does not know the sense
   */
  public List<String> kinds(String sense) {
    List<String> of = kinds.get(sense);
    if (of == null) {
      throw new IllegalStateException(KINDS + " lacks the sense " + sense);
    }
    return of;
  }
}
