// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.classifiers.judge;

import java.util.EnumMap;
import java.util.Map;
import org.marsad.classifiers.Stance;
import org.marsad.classifiers.linear.LinearModel;
import org.marsad.classifiers.linear.SparseVector;
import org.marsad.classifiers.model.Manifest;
import org.marsad.classifiers.model.ModelSet;
import org.marsad.classifiers.reading.Reading;

/** Relevance, hostility, stance and intensity from the scores of the migration model. */
final class MigrationJudge {
  static final String RELEVANCE = "relevance";

  /** What a text without any term that hints at a group must reach to be relevant all the same. */
  private static final double WITHOUT_HINT = 0.25;

  /** What remains of the doubt where a term names a group for certain. */
  private static final double DOUBT_WHEN_NAMED = 0.6;

  private final LinearModel model;
  private final Manifest manifest;
  private final int relevance;
  private final Map<Stance, Integer> stances = new EnumMap<>(Stance.class);
  private final int[] levels = new int[4];

  MigrationJudge(ModelSet models) {
    model = models.migration();
    manifest = models.manifest();
    relevance = model.head(RELEVANCE);
    for (Stance stance : Stance.values()) {
      stances.put(stance, model.head(stance.name()));
    }
    for (int level = 1; level <= levels.length; level++) {
      levels[level - 1] = model.head("intensity-" + level);
    }
  }

  double[] scores(SparseVector features) {
    return model.scores(features);
  }

  double relevance(double[] scores, boolean hinted, boolean named) {
    double probability = manifest.probability(RELEVANCE, scores[relevance]);
    if (named) {
      return 1 - (1 - probability) * DOUBT_WHEN_NAMED;
    }
    return hinted ? probability : probability * WITHOUT_HINT;
  }

  boolean relevant(double probability) {
    return probability >= Manifest.value(manifest.thresholds(), RELEVANCE);
  }

  double hostility(double[] scores, double relevanceProbability) {
    return relevanceProbability * probability(scores, Stance.HOSTILE);
  }

  double probability(double[] scores, Stance stance) {
    Integer head = stances.get(stance);
    return head == null ? 0 : manifest.probability(stance.name(), scores[head]);
  }

  Stance stance(double[] scores, double hostility, Reading reading) {
    Stance best = Stance.UNCLEAR;
    double highest = 0;
    for (Stance stance : Stance.values()) {
      double probability = probability(scores, stance);
      if (probability > highest) {
        highest = probability;
        best = stance;
      }
    }
    return best;
  }

  int intensity(double[] scores, Stance stance) {
    int level = 0;
    while (level < levels.length
        && manifest.probability("intensity-" + (level + 1), scores[levels[level]]) >= 0.5) {
      level++;
    }
    return stance == Stance.HOSTILE ? Math.max(2, level) : Math.min(1, level);
  }
}
