// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.classifiers.reading;

import java.util.ArrayList;
import java.util.List;
import org.marsad.classifiers.lexicon.Hit;
import org.marsad.classifiers.lexicon.Layer;

/**
 * Decides which terms name a group. What lies inside a known phrase that names none ("African
 * Union", the Sahara conflict) is dropped; a weak term counts only where migration is spoken of, or
 * a group named for certain, close by.
 */
final class MentionResolver {
  /** Characters within which context makes a weak term a mention. */
  private static final int NEAR = 150;

  private MentionResolver() {}

  /**
   * What became of the terms.
   *
   * @param mentions terms that name a group, in order
   * @param hints weak terms that nothing supports, and terms that only suggest a group, in no order
   */
  record Resolution(List<Hit> mentions, List<Hit> hints) {}

  /** What becomes of a text's hits; of overlapping names the longer counts, then the first. */
  static Resolution resolve(List<Hit> hits) {
    List<Hit> masks = new ArrayList<>();
    for (Hit hit : hits) {
      if (hit.entry().layer() == Layer.NOT_A_MENTION) {
        masks.add(hit);
      }
    }
    List<Hit> candidates = new ArrayList<>();
    List<Hit> context = new ArrayList<>();
    int mask = 0;
    int maskedTo = 0;
    for (Hit hit : hits) {
      while (mask < masks.size() && masks.get(mask).start() <= hit.start()) {
        maskedTo = Math.max(maskedTo, masks.get(mask++).end());
      }
      Layer layer = hit.entry().layer();
      if (layer == Layer.MIGRATION_CONTEXT) {
        context.add(hit);
      } else if (layer.isOfGroup() && hit.end() > maskedTo) {
        candidates.add(hit);
        if (layer == Layer.TARGET) {
          context.add(hit);
        }
      }
    }
    List<Hit> mentions = new ArrayList<>();
    List<Hit> hints = new ArrayList<>();
    List<Hit> weak = new ArrayList<>();
    int near = 0;
    for (Hit candidate : candidates) {
      while (near < context.size() && context.get(near).end() < candidate.start() - NEAR) {
        near++;
      }
      boolean supported =
          near < context.size() && context.get(near).start() <= candidate.end() + NEAR;
      Layer layer = candidate.entry().layer();
      if (layer == Layer.HINT) {
        hints.add(candidate);
      } else {
        addLonger(layer == Layer.TARGET || supported ? mentions : weak, candidate);
      }
    }
    hints.addAll(weak);
    return new Resolution(mentions, hints);
  }

  private static void addLonger(List<Hit> names, Hit candidate) {
    Hit last = names.isEmpty() ? null : names.get(names.size() - 1);
    if (last == null || candidate.start() >= last.end()) {
      names.add(candidate);
    } else if (candidate.end() - candidate.start() > last.end() - last.start()) {
      names.set(names.size() - 1, candidate);
    }
  }
}
