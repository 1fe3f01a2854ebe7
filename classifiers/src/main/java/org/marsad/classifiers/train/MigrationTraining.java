// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.classifiers.train;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.marsad.classifiers.Stance;
import org.marsad.classifiers.linear.Calibration;
import org.marsad.classifiers.linear.Examples;
import org.marsad.classifiers.linear.Learner;
import org.marsad.classifiers.linear.LinearModel;
import org.marsad.classifiers.linear.Method;
import org.marsad.classifiers.reading.Reader;

/** Learns relevance, stance and intensity from {@link MigrationTexts}. */
final class MigrationTraining {
  static final int FOLDS = 5;
  private static final int BITS = 19;

  private static final String RELEVANCE = "relevance";

  private final MigrationTexts texts;
  private final Map<String, Calibration> calibrations = new TreeMap<>();
  private final Map<String, Double> baseRates = new TreeMap<>();
  private final Map<String, Double> thresholds = new TreeMap<>();
  private final Map<String, Confusion> confusions = new TreeMap<>();

  /** What came of it. */
  record Result(
      LinearModel model,
      Map<String, Calibration> calibrations,
      Map<String, Double> baseRates,
      Map<String, Double> thresholds,
      Map<String, Confusion> confusions,
      Map<String, Integer> texts) {}

  private MigrationTraining(MigrationTexts texts) {
    this.texts = texts;
  }

  static Result train(Corpus corpus, Feedback feedback, Reader reader) {
    MigrationTexts texts = MigrationTexts.of(corpus, feedback, reader);
    MigrationTraining training = new MigrationTraining(texts);
    Learner learner = new Learner(BITS, texts.vectors());
    training.learn(
        learner, RELEVANCE, i -> texts.isHinted(i) || !texts.isRelevant(i), texts::isRelevant);
    for (Stance stance : Stance.values()) {
      training.learn(
          learner,
          stance.name(),
          i -> texts.text(i).stance() != null,
          i -> texts.text(i).stance() == stance);
    }
    for (int level = 1; level <= 4; level++) {
      int least = level;
      training.learn(
          learner, "intensity-" + level, texts::isRated, i -> texts.text(i).intensity() >= least);
    }
    return new Result(
        learner.model(),
        training.calibrations,
        training.baseRates,
        training.thresholds,
        training.confusions,
        texts.bySet());
  }

  private void learn(Learner learner, String head, IntPredicate member, IntPredicate positive) {
    Examples examples = new Examples();
    for (int i = 0; i < texts.size(); i++) {
      if (member.test(i)) {
        examples.add(i, positive.test(i), Corpus.group(texts.text(i)), texts.weight(i));
      }
    }
    double[] scores = learner.outOfFold(examples, FOLDS, Method.REGRESSION);
    int[] telling = telling(head, examples);
    Calibration calibration =
        Calibration.fit(
            Arrays.stream(telling).mapToDouble(i -> scores[i]).toArray(), examples.truths(telling));
    calibrations.put(head, calibration);
    long positives = Arrays.stream(telling).filter(examples::truth).count();
    baseRates.put(head, Confusion.rounded(positives / (double) telling.length));
    double[] probabilities = Arrays.stream(scores).map(calibration::probability).toArray();
    double threshold = Threshold.best(probabilities, examples, Confusion::f1);
    thresholds.put(head, threshold);
    confusions.put("codebook " + head, Threshold.called(probabilities, threshold, examples));
    learner.learn(head, examples, Method.REGRESSION);
  }

  /**
   * The examples that tell how often something is so: for stance and intensity the real texts,
   * since written ones are hostile far oftener than life and easier to tell; for relevance all,
   * since the real ones were picked by keyword.
   */
  private int[] telling(String head, Examples examples) {
    int[] all = IntStream.range(0, examples.size()).toArray();
    int[] real = Arrays.stream(all).filter(i -> texts.isReal(examples.vector(i))).toArray();
    return head.equals(RELEVANCE) || real.length == 0 ? all : real;
  }
}
