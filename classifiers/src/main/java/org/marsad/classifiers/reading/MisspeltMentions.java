// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.classifiers.reading;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.marsad.classifiers.glossary.Glossary;
import org.marsad.classifiers.lexicon.Entry;
import org.marsad.classifiers.lexicon.Hit;
import org.marsad.classifiers.lexicon.Layer;
import org.marsad.classifiers.lexicon.Lexicon;
import org.marsad.classifiers.normal.Letters;
import org.marsad.classifiers.normal.NormalText;

/**
 * Finds names of groups with one letter wrong, missing, too many or in its neighbour's place
 * ("migrents", "m*grants"), and those cut in two ("mi-grants"). A word that the glossary knows is
 * no slip. What is found is a hint: other words are one letter away from a name too.
 *
 * <p>Names are looked up by what remains of them when any one letter is left out (the symmetric
 * deletes of W. Garbe's SymSpell), so a word costs as many looks as it has letters.
 */
final class MisspeltMentions {
  /** Among shorter names too many words are neighbours. */
  private static final int SHORTEST_NAME = 7;

  private static final int LONGEST_NAME = 20;
  private static final int SHORTEST_PART = 2;
  private static final String CUTS = " -./'";

  private final Lexicon lexicon;
  private final Map<String, Entry> names = new HashMap<>();

  /** The names of which this is left when one letter is taken out. */
  private final Map<String, List<String>> shortened = new HashMap<>();

  MisspeltMentions(Lexicon lexicon) {
    this.lexicon = lexicon;
    lexicon
        .words()
        .forEach(
            (word, entry) -> {
              if (entry.layer().isName()
                  && word.length() >= SHORTEST_NAME
                  && word.length() <= LONGEST_NAME) {
                names.put(word, new Entry(Layer.HINT, entry.value()));
              }
            });
    for (String name : names.keySet()) {
      for (int i = 1; i < name.length(); i++) {
        shortened.computeIfAbsent(without(name, i), any -> new ArrayList<>()).add(name);
      }
    }
  }

  /** Adds what is misspelt in a text to its hits, keeping their order. */
  void addTo(List<Hit> hits, NormalText text) {
    List<Hit> found = new ArrayList<>();
    int hit = 0;
    int explained = 0;
    int formerStart = 0;
    int formerEnd = 0;
    int i = 0;
    while (i < text.length()) {
      int start = i;
      while (i < text.length() && Letters.isLetterOrDigit(text.charAt(i))) {
        i++;
      }
      if (i > start) {
        while (hit < hits.size() && hits.get(hit).start() < i) {
          explained = Math.max(explained, hits.get(hit).end());
          hit++;
        }
        if (explained <= start) {
          Hit misspelt = misspelt(text, start, i);
          boolean cut =
              formerEnd > 0 && formerEnd == start - 1 && CUTS.indexOf(text.charAt(formerEnd)) >= 0;
          if (misspelt == null && cut) {
            misspelt = joined(text, formerStart, formerEnd, start, i);
          }
          if (misspelt != null) {
            found.add(misspelt);
          }
        }
        formerStart = start;
        formerEnd = i;
      }
      i++;
    }
    if (!found.isEmpty()) {
      hits.addAll(found);
      hits.sort(Comparator.comparingInt(Hit::start));
    }
  }

  private @Nullable Hit joined(NormalText text, int start, int end, int nextStart, int nextEnd) {
    int length = end - start + nextEnd - nextStart;
    boolean parts = end - start >= SHORTEST_PART && nextEnd - nextStart >= SHORTEST_PART;
    if (!parts || length < SHORTEST_NAME || length > LONGEST_NAME) {
      return null;
    }
    Entry entry = names.get(text.substring(start, end) + text.substring(nextStart, nextEnd));
    return entry == null ? null : new Hit(start, nextEnd, start, entry);
  }

  private @Nullable Hit misspelt(NormalText text, int start, int end) {
    if (end - start < SHORTEST_NAME - 1) {
      return null;
    }
    for (int from : lexicon.starts(text, start, end)) {
      if (end - from >= SHORTEST_NAME - 1 && end - from <= LONGEST_NAME + 1) {
        Entry entry = nearest(text.substring(from, end));
        if (entry != null && !Glossary.shipped().knows(text.substring(start, end))) {
          return new Hit(from, end, start, entry);
        }
      }
    }
    return null;
  }

  /** The entry of a name that is at most one slip away; both begin alike. */
  private @Nullable Entry nearest(String word) {
    Entry same = names.get(word);
    if (same != null) {
      return same;
    }
    List<String> longer = shortened.get(word);
    if (longer != null) {
      return names.get(longer.get(0));
    }
    for (int i = 1; i < word.length(); i++) {
      String rest = without(word, i);
      Entry shorter = names.get(rest);
      if (shorter != null) {
        return shorter;
      }
      for (String name : shortened.getOrDefault(rest, List.of())) {
        if (isOneSlip(word, name)) {
          return names.get(name);
        }
      }
    }
    return null;
  }

  /** Whether one letter differs, or two neighbours have changed places. Both are of one length. */
  private static boolean isOneSlip(String word, String name) {
    int first = 0;
    while (word.charAt(first) == name.charAt(first)) {
      first++;
    }
    int rest = first + 1;
    if (word.regionMatches(rest, name, rest, word.length() - rest)) {
      return true;
    }
    return word.charAt(first) == name.charAt(rest)
        && word.charAt(rest) == name.charAt(first)
        && word.regionMatches(rest + 1, name, rest + 1, word.length() - rest - 1);
  }

  private static String without(String word, int letter) {
    return word.substring(0, letter) + word.substring(letter + 1);
  }
}
