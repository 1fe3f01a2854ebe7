// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.classifiers.reading;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.marsad.classifiers.Target;
import org.marsad.classifiers.corenlp.ArabicClitics;
import org.marsad.classifiers.lexicon.Entry;
import org.marsad.classifiers.lexicon.Hit;
import org.marsad.classifiers.lexicon.Layer;
import org.marsad.classifiers.normal.NormalText;

/**
 * Finds names of groups inside Arabic words that no list of proclitics explains («بمهاجريها»). The
 * letters of a name also occur by chance («العلاجية» holds «لاجي»), so CoreNLP's segmenter decides
 * whether the name begins a part of the word. Only such rare words reach it.
 */
final class HiddenMentions {
  private static final int SHORTEST_WORD = 6;
  private static final int MOST_WORDS = 20;
  private static final Map<String, Target> STEMS =
      Map.of(
          "مهاجر", Target.MIGRANT_GENERIC,
          "لاجي", Target.REFUGEE,
          "افارق", Target.SSA_BLACK);

  private final ArabicClitics clitics = new ArabicClitics();

  /** Adds what is hidden in the text to its hits, keeping their order. */
  void addTo(List<Hit> hits, NormalText text) {
    int asked = 0;
    int explained = 0;
    int hit = 0;
    int i = 0;
    while (i < text.length() && asked < MOST_WORDS) {
      int start = i;
      boolean candidate = false;
      while (i < text.length() && text.charAt(i) >= 'ء' && text.charAt(i) <= 'ي') {
        candidate |= stemAt(text, i) != null;
        i++;
      }
      while (hit < hits.size() && hits.get(hit).start() < i) {
        Layer layer = hits.get(hit).entry().layer();
        if (layer != Layer.PLACE && layer != Layer.VOICE && !layer.isForRulesAlone()) {
          explained = Math.max(explained, hits.get(hit).end());
        }
        hit++;
      }
      if (candidate && i - start >= SHORTEST_WORD && explained <= start) {
        asked++;
        find(hits, text, start, i);
      }
      i++;
    }
  }

  private void find(List<Hit> hits, NormalText text, int start, int end) {
    int at = start;
    for (String part : clitics.parts(text.substring(start, end))) {
      int from = part.startsWith("ال") ? at + 2 : at;
      int to = Math.min(end, at + part.length());
      String stem = from < to ? stemAt(text, from) : null;
      Target target = stem == null || from + stem.length() > to ? null : STEMS.get(stem);
      if (target != null) {
        Entry entry = new Entry(Layer.TARGET, target.name());
        Hit hit = new Hit(from, to, start, entry);
        int position = 0;
        while (position < hits.size() && hits.get(position).start() <= hit.start()) {
          position++;
        }
        hits.add(position, hit);
        return;
      }
      at += part.length();
    }
  }

  private static @Nullable String stemAt(NormalText text, int at) {
    char first = text.charAt(at);
    if (first != 'م' && first != 'ل' && first != 'ا') {
      return null;
    }
    for (String stem : STEMS.keySet()) {
      int k = 0;
      while (k < stem.length() && at + k < text.length() && text.charAt(at + k) == stem.charAt(k)) {
        k++;
      }
      if (k == stem.length()) {
        return stem;
      }
    }
    return null;
  }
}
