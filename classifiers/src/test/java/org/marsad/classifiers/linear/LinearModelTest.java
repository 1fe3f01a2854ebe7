// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.classifiers.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.marsad.classifiers.normal.NormalText;
import org.marsad.classifiers.normal.Normaliser;

class LinearModelTest {
  @Test
  void learnsWhatSetsTwoClassesApart() {
    LinearModel model = train();
    assertThat(model.scores(vector("a sunny morning"))[0]).isPositive();
    assertThat(model.scores(vector("a rainy evening"))[0]).isNegative();
  }

  @Test
  void equalInputGivesEqualBytesAndTheyReadBack() throws IOException {
    byte[] first = bytes(train());
    assertThat(bytes(train())).isEqualTo(first);
    LinearModel read = LinearModel.read(new DataInputStream(new ByteArrayInputStream(first)));
    assertThat(bytes(read)).isEqualTo(first);
    assertThat(read.heads()).containsExactly("sun");
  }

  @Test
  void aPartOfTheHeadsScoresAsTheWholeDoes() {
    List<SparseVector> vectors = List.of(vector("sunny day"), vector("rainy day"));
    Examples sun = new Examples();
    Examples rain = new Examples();
    for (int i = 0; i < vectors.size(); i++) {
      sun.add(i, i == 0, i);
      rain.add(i, i == 1, i);
    }
    Learner learner = new Learner(14, vectors);
    learner.learn("sun", sun, Method.REGRESSION);
    learner.learn("rain", rain, Method.RATIO_REGRESSION);
    LinearModel both = learner.model();
    LinearModel second = both.only(List.of("rain"));
    for (String text : List.of("sunny evening", "rainy evening", "something else", "")) {
      assertThat(second.scores(vector(text))).containsExactly(both.scores(vector(text))[1]);
    }
  }

  @Test
  void refusesAFileOfAnotherKind() {
    DataInputStream rubbish = new DataInputStream(new ByteArrayInputStream(new byte[64]));
    assertThatThrownBy(() -> LinearModel.read(rubbish)).isInstanceOf(IOException.class);
  }

  @Test
  void calibrationOrdersAndBoundsProbabilities() {
    double[] scores = {-2, -1, -0.5, 0.2, 0.4, 1, 2, 3};
    boolean[] truths = {false, false, true, false, true, true, true, true};
    Calibration calibration = Calibration.fit(scores, truths);
    assertThat(calibration.probability(-3)).isBetween(0.0, 0.4);
    assertThat(calibration.probability(3)).isBetween(0.6, 1.0);
  }

  private static LinearModel train() {
    List<SparseVector> vectors = new ArrayList<>();
    Examples examples = new Examples();
    for (int i = 0; i < 20; i++) {
      examples.add(vectors.size(), true, i);
      vectors.add(vector("sunny day number " + i));
      examples.add(vectors.size(), false, i);
      vectors.add(vector("rainy day number " + i));
    }
    Learner learner = new Learner(14, vectors);
    learner.learn("sun", examples, Method.REGRESSION);
    return learner.model();
  }

  private static byte[] bytes(LinearModel model) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    model.write(new DataOutputStream(bytes));
    return bytes.toByteArray();
  }

  private static SparseVector vector(String original) {
    NormalText text = Normaliser.normalise(original);
    FeatureHasher hasher = new FeatureHasher();
    hasher.addText(text, 0, text.length());
    return hasher.vector(List.of(new int[] {0, hasher.position()}));
  }
}
