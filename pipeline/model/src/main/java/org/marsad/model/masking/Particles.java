// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.model.masking;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What a script writes together with the word that follows: article, "and", prepositions. */
enum Particles {
  ARABIC("و", "ف", "ب", "ل", "ك", "د", "ه", "ع", "ال", "يا"),
  ARABIZI("w", "ou", "l", "el", "al", "b", "f", "d", "h", "ha", "a", "ya"),
  LATIN;

  /** "And", a preposition and the article. */
  private static final int MOST = 3;

  /** What is left must be a word. */
  private static final int SHORTEST = 3;

  private final List<String> particles;

  Particles(String... particles) {
    this.particles = List.of(particles);
  }

  static Particles named(String script) {
    return valueOf(script.toUpperCase(Locale.ROOT));
  }

  /** The word itself, and what it may be without one or several particles. */
  Set<String> withoutThem(String word) {
    Set<String> found = new LinkedHashSet<>();
    found.add(word);
    Set<String> last = Set.of(word);
    for (int n = 0; n < MOST && !last.isEmpty(); n++) {
      Set<String> next = new LinkedHashSet<>();
      for (String one : last) {
        for (String particle : particles) {
          if (one.length() >= particle.length() + SHORTEST && one.startsWith(particle)) {
            next.add(one.substring(particle.length()));
          }
        }
      }
      found.addAll(next);
      last = next;
    }
    return found;
  }
}
