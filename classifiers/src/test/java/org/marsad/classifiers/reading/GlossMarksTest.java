// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.classifiers.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.marsad.classifiers.language.LanguageIdentifier;
import org.marsad.classifiers.lexicon.LexiconReader;
import org.marsad.classifiers.linear.Examples;
import org.marsad.classifiers.linear.Learner;
import org.marsad.classifiers.linear.LinearModel;
import org.marsad.classifiers.linear.Method;
import org.marsad.classifiers.linear.SparseVector;
import org.marsad.classifiers.model.ModelSet;

class GlossMarksTest {
  private static final Reader READER =
      new Reader(LexiconReader.shipped(), new LanguageIdentifier(ModelSet.shipped().language()));

  @Test
  void whatIsLearnedInOneLanguageIsKnownInAnother() {
    List<SparseVector> vectors = new ArrayList<>();
    Examples examples = new Examples();
    for (String verb : List.of("cuisinent", "préparent", "goûtent", "mangent")) {
      examples.add(vectors.size(), false, vectors.size());
      vectors.add(features("Les migrants " + verb + " du poisson et du pain avec leurs voisins"));
      examples.add(vectors.size(), true, vectors.size());
      vectors.add(features("Les migrants " + verb + " et réparent les téléphones de la rue"));
    }
    Learner learner = new Learner(19, vectors);
    learner.learn("phones", examples, Method.REGRESSION);
    LinearModel model = learner.model();
    assertThat(phones(model, "Los inmigrantes arreglan móviles y teléfonos en la calle"))
        .isGreaterThan(phones(model, "Los inmigrantes comparten pan y pescado con sus vecinos"));
    assertThat(phones(model, "المهاجرون يصلحون الهواتف في الشارع"))
        .isGreaterThan(phones(model, "المهاجرون يتقاسمون الخبز والسمك مع الجيران"));
  }

  @Test
  void aTextThatHintsAtNoGroupIsNotGlossed() {
    Reading reading = READER.read("Le pain et le poisson sont chers ce matin");
    SparseVector words = reading.words();
    assertThat(reading.focus(words)).isSameAs(words);
  }

  private static double phones(LinearModel model, String text) {
    return model.scores(features(text))[0];
  }

  private static SparseVector features(String text) {
    Reading reading = READER.read(text);
    return reading.focus(reading.words());
  }
}
