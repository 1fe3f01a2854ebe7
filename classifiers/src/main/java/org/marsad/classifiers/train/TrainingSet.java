// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.classifiers.train;

import java.util.ArrayList;
import java.util.List;
import org.marsad.classifiers.linear.SparseVector;

/** Texts with their vectors, position by position. */
final class TrainingSet {
  private final List<LabelledText> texts = new ArrayList<>();
  private final List<SparseVector> vectors = new ArrayList<>();

  void add(LabelledText text, SparseVector vector) {
    texts.add(text);
    vectors.add(vector.compact());
  }

  LabelledText text(int i) {
    return texts.get(i);
  }

  List<SparseVector> vectors() {
    return vectors;
  }

  int size() {
    return texts.size();
  }
}
