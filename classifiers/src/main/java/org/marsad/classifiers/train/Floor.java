// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.classifiers.train;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.marsad.classifiers.linear.Examples;
import org.marsad.classifiers.linear.FeatureHasher;
import org.marsad.classifiers.linear.Learner;
import org.marsad.classifiers.linear.Method;
import org.marsad.classifiers.linear.PlainFeatures;
import org.marsad.classifiers.linear.SparseVector;

/**
 * What plain TF-IDF with balanced logistic regression reaches on the offence sets, on the same
 * folds as the classifiers: the least that they must beat.
 */
public final class Floor {
  /** Begins the names of its figures; what follows names the set and the measure. */
  public static final String PREFIX = "floor ";

  private static final List<String> SETS =
      List.of("detoxis", "l-hsab", "mdoldd", "omcd-train", "osact5", "t-hsab");

  private Floor() {}

  /** Calls on held-out folds by the name of the set, behind {@link #PREFIX}. */
  static SortedMap<String, Confusion> measure(Corpus corpus) {
    SortedMap<String, Confusion> confusions = new TreeMap<>();
    for (String set : SETS) {
      List<LabelledText> texts = corpus.set(set);
      if (!texts.isEmpty()) {
        confusions.put(PREFIX + set, measure(texts));
      }
    }
    return confusions;
  }

  private static Confusion measure(List<LabelledText> texts) {
    List<SparseVector> vectors = new ArrayList<>();
    Examples examples = new Examples();
    for (LabelledText text : texts) {
      Boolean offensive = text.offensive();
      if (offensive != null) {
        examples.add(vectors.size(), offensive, Corpus.group(text));
        vectors.add(PlainFeatures.of(text.text()).compact());
      }
    }
    double[] scores =
        new Learner(FeatureHasher.BITS, vectors)
            .outOfFold(examples, OffenceTraining.FOLDS, Method.PLAIN_REGRESSION);
    Confusion confusion = new Confusion();
    for (int i = 0; i < scores.length; i++) {
      confusion.add(scores[i] > 0, examples.truth(i));
    }
    return confusion;
  }
}
