// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.classifiers.reading;

import java.util.ArrayList;
import java.util.List;
import org.marsad.classifiers.lexicon.Hit;
import org.marsad.classifiers.lexicon.Layer;

/**
 * Decides which terms name a group. What lies inside a known phrase that names none ("African
 * Union", the Sahara conflict) is dropped; a weak term counts only where the text itself speaks of
 * migration or names a group for certain.
 */
final class MentionResolver {
  private MentionResolver() {}

  /** The mentions among a text's hits, in order; of overlapping ones the longer, then the first. */
  static List<Hit> resolve(List<Hit> hits) {
    boolean context = false;
    List<Hit> candidates = new ArrayList<>();
    for (Hit hit : hits) {
      Layer layer = hit.entry().layer();
      if ((layer == Layer.TARGET || layer == Layer.WEAK_TARGET) && !swallowed(hit, hits)) {
        candidates.add(hit);
        context |= layer == Layer.TARGET;
      }
      context |= layer == Layer.MIGRATION_CONTEXT;
    }
    List<Hit> mentions = new ArrayList<>();
    for (Hit candidate : candidates) {
      if (candidate.entry().layer() == Layer.WEAK_TARGET && !context) {
        continue;
      }
      Hit last = mentions.isEmpty() ? null : mentions.get(mentions.size() - 1);
      if (last == null || candidate.start() >= last.end()) {
        mentions.add(candidate);
      } else if (candidate.end() - candidate.start() > last.end() - last.start()) {
        mentions.set(mentions.size() - 1, candidate);
      }
    }
    return mentions;
  }

  private static boolean swallowed(Hit hit, List<Hit> hits) {
    for (Hit other : hits) {
      if (other.start() > hit.start()) {
        return false;
      }
      if (other.entry().layer() == Layer.NOT_A_MENTION
          && other.end() >= hit.end()
          && other.end() - other.start() > hit.end() - hit.start() - 1) {
        return true;
      }
    }
    return false;
  }
}
