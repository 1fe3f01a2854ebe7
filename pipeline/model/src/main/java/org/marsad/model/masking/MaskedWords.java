// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.model.masking;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.marsad.model.Words;
import org.marsad.model.Words.Word;

/**
 * Finds the words of {@code masked-words.tsv} in a text, however they are spelt: elongated, dotted,
 * accented, in look-alike letters, with the article or a preposition joined to them. The list is
 * the masking's own: the classifiers' terms are what a model learnt from, and what it has not
 * learnt must be hidden all the same.
 */
final class MaskedWords {
  private static final String RESOURCE = "masked-words.tsv";
  private static final Set<String> HARMLESS_ELSEWHERE = Set.of("animal", "homonym");
  private static final Pattern SEPARATOR = Pattern.compile("\\s*,\\s*");

  private final Map<String, List<Phrase>> byFirstWord = new HashMap<>();
  private final NavigableMap<String, Phrase> byStem = new TreeMap<>();

  /** A stretch [start, end) of the text, in UTF-16 code units. */
  record Span(int start, int end) {}

  /**
   * @param isStem whether the last word may go on
   */
  private record Phrase(
      List<String> words, boolean isStem, Particles particles, boolean isHarmlessElsewhere) {
    boolean isOneStem() {
      return isStem && words.size() == 1;
    }
  }

  private MaskedWords() {}

  static MaskedWords shipped() {
    MaskedWords words = new MaskedWords();
    try (InputStream in = MaskedWords.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException(RESOURCE + " is not on the class path");
      }
      BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      lines.lines().filter(line -> !line.isBlank() && line.charAt(0) != '#').forEach(words::add);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return words;
  }

  private void add(String line) {
    String[] fields = line.split("\t", 3);
    for (String form : SEPARATOR.split(fields[2].strip())) {
      boolean isStem = form.endsWith("*");
      List<String> words =
          Words.in(isStem ? form.substring(0, form.length() - 1) : form).stream()
              .map(Word::folded)
              .toList();
      Phrase phrase =
          new Phrase(
              words, isStem, Particles.named(fields[1]), HARMLESS_ELSEWHERE.contains(fields[0]));
      if (phrase.isOneStem()) {
        byStem.put(words.get(0), phrase);
      } else {
        byFirstWord.computeIfAbsent(words.get(0), key -> new ArrayList<>()).add(phrase);
        String shortened = Elongation.shortened(words.get(0));
        if (!shortened.equals(words.get(0))) {
          byFirstWord.computeIfAbsent("+" + shortened, key -> new ArrayList<>()).add(phrase);
        }
      }
    }
  }

  /**
   * @param isAboutPeople whether the text may speak about people, so that an animal is an insult
   */
  List<Span> in(String text, boolean isAboutPeople) {
    List<Word> words = Words.in(text);
    List<Span> found = new ArrayList<>();
    for (int at = 0; at < words.size(); at++) {
      int length = lengthAt(words, at, isAboutPeople);
      if (length > 0) {
        found.add(new Span(words.get(at).start(), words.get(at + length - 1).end()));
      }
    }
    return found;
  }

  /** How many words the longest phrase that begins there has; 0 where none does. */
  private int lengthAt(List<Word> words, int at, boolean isAboutPeople) {
    Word first = words.get(at);
    int longest = 0;
    for (Particles particles : Particles.values()) {
      for (String bare : particles.withoutThem(first.folded())) {
        Map.Entry<String, Phrase> stem = byStem.floorEntry(bare);
        List<Phrase> candidates = new ArrayList<>(byFirstWord.getOrDefault(bare, List.of()));
        candidates.addAll(byFirstWord.getOrDefault(Elongation.shortened(bare), List.of()));
        if (first.isElongated()) {
          // What was three letters has become one, where the list has two.
          candidates.addAll(byFirstWord.getOrDefault("+" + bare, List.of()));
        }
        if (stem != null && bare.startsWith(stem.getKey())) {
          candidates.add(stem.getValue());
        }
        for (Phrase phrase : candidates) {
          if (phrase.particles() == particles
              && (isAboutPeople || !phrase.isHarmlessElsewhere())
              && phrase.words().size() > longest
              && goesOn(words, at, phrase)) {
            longest = phrase.words().size();
          }
        }
      }
    }
    return longest;
  }

  private static boolean goesOn(List<Word> words, int at, Phrase phrase) {
    int length = phrase.words().size();
    if (at + length > words.size()) {
      return false;
    }
    for (int n = 1; n < length; n++) {
      String word = words.get(at + n).folded();
      boolean mayGoOn = phrase.isStem() && n == length - 1;
      String asked = phrase.words().get(n);
      if (!(mayGoOn ? word.startsWith(asked) : word.equals(asked))) {
        return false;
      }
    }
    return true;
  }
}
