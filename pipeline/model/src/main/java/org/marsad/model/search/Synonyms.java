// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.model.search;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.marsad.classifiers.bundle.Bundled;
import org.marsad.classifiers.gazetteer.Gazetteer;
import org.marsad.classifiers.gazetteer.Place;
import org.marsad.model.Words;
import org.marsad.model.Words.Word;

/**
 * Which words count as the same: those of {@code synonyms.tsv}, and the spellings of each place of
 * the gazetteer. Immutable.
 */
public final class Synonyms {
  private static final String FILE = "synonyms.tsv";
  private static final String PLACE = "place";

  private final List<SynonymGroup> groups;
  private final Map<String, Set<SynonymGroup>> byTerm = new HashMap<>();
  private final int longest;

  private Synonyms(List<SynonymGroup> groups) {
    this.groups = List.copyOf(groups);
    int most = 1;
    for (SynonymGroup group : groups) {
      for (String term : group.terms()) {
        List<Word> words = Words.in(term);
        byTerm.computeIfAbsent(key(words), k -> new LinkedHashSet<>()).add(group);
        most = Math.max(most, words.size());
      }
    }
    longest = most;
  }

  /** Read on first use, once in a JVM. */
  private static final class Shipped {
    static final Synonyms SYNONYMS = new Synonyms(read());
  }

  /** The set that is bundled. */
  public static Synonyms shipped() {
    return Shipped.SYNONYMS;
  }

  /** All groups, in the order of the file, the places last. */
  public List<SynonymGroup> groups() {
    return groups;
  }

  /** How many words the longest term has. */
  public int longestTerm() {
    return longest;
  }

  /**
   * What counts as the same as a term, without the term itself and without other spellings that the
   * index folds together anyway; empty where it is in no group. An Arabic term may have its article
   * and what is written together with it.
   */
  public List<String> of(String term) {
    String key = key(Words.in(term));
    Set<SynonymGroup> found = new LinkedHashSet<>();
    for (String bare : ArabicForms.withoutArticle(key)) {
      found.addAll(byTerm.getOrDefault(bare, Set.of()));
      if (!found.isEmpty()) {
        break;
      }
    }
    Map<String, String> others = new LinkedHashMap<>();
    found.stream()
        .map(SynonymGroup::terms)
        .flatMap(Collection::stream)
        .forEach(other -> others.putIfAbsent(key(Words.in(other)), other));
    others.remove(key);
    return List.copyOf(others.values());
  }

  private static String key(List<Word> words) {
    return words.stream().map(Word::folded).collect(Collectors.joining(" "));
  }

  private static List<SynonymGroup> read() {
    List<SynonymGroup> groups = new ArrayList<>();
    for (String line : Bundled.lines(Synonyms.class, FILE)) {
      if (!line.isBlank() && !line.startsWith("#")) {
        String[] fields = line.split("\t", -1);
        if (fields.length != 2) {
          throw new IllegalStateException(FILE + ": not two fields: " + line);
        }
        groups.add(new SynonymGroup(fields[0], List.of(fields[1].split(", *"))));
      }
    }
    for (Place place : Gazetteer.shipped().places()) {
      if (place.spellings().size() > 1) {
        groups.add(new SynonymGroup(PLACE, place.spellings()));
      }
    }
    return groups;
  }
}
