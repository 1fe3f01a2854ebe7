// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.classifiers.train;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.marsad.classifiers.Stance;
import org.marsad.classifiers.TextKind;
import org.marsad.classifiers.linear.Calibration;
import org.marsad.classifiers.linear.Examples;
import org.marsad.classifiers.linear.Learner;
import org.marsad.classifiers.linear.LinearModel;
import org.marsad.classifiers.linear.Method;
import org.marsad.classifiers.reading.Reader;
import org.marsad.classifiers.reading.Reading;

/**
 * Learns relevance, stance and intensity from the texts labelled by the codebook, with texts of
 * other sets that name no group as examples of what is not relevant. What feedback says of a text
 * replaces what its set says.
 */
final class MigrationTraining {
  static final int FOLDS = 5;
  private static final int BITS = 19;

  private static final String RELEVANCE = "relevance";

  /** Sets of texts from life that are labelled by the codebook. */
  private static final List<String> REAL = List.of("silver", MoroccanLabels.SET);

  /**
   * Written examples are many and tidier than life. Real texts were labelled by two, with a
   * decision where they differed, and so is feedback that two agree on.
   */
  private static final int WEIGHT_OF_REAL = 8;

  /** What one reviewer alone says: half the evidence of two who agree. */
  private static final int WEIGHT_OF_ONE_VOICE = WEIGHT_OF_REAL / 2;

  /** Sets without labels of relevance, and how many of their texts are looked at in any case. */
  private static final SortedMap<String, Integer> NOT_ABOUT_GROUPS =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("afrisenti-ma", 1000),
              Map.entry("detoxis", 800),
              Map.entry("dynhate-en", 1200),
              Map.entry("febrayer-articles", 600),
              Map.entry("french-superset", 400),
              Map.entry("ftr", 1500),
              Map.entry("hespress-comments", 1200),
              Map.entry("l-hsab", 800),
              Map.entry("mac-tweets", 2000),
              Map.entry("marsum-goud-articles", 1800),
              Map.entry("mdoldd", 2500),
              Map.entry("mlma-en", 800),
              Map.entry("mlma-fr", 2000),
              Map.entry("myc-youtube-comments", 2000),
              Map.entry("omcd-train", 1200),
              Map.entry("osact4", 800),
              Map.entry("t-hsab", 800)));

  /**
   * Sets of everyday Moroccan texts: all of theirs that hint at a group without naming one are
   * looked at. Nearly all speak of something else, and such texts are what relevance has to tell.
   */
  private static final Set<String> EVERYDAY =
      Set.of(
          "afrisenti-ma",
          "hespress-comments",
          "mac-tweets",
          "mdoldd",
          "myc-youtube-comments",
          "omcd-train");

  private final TrainingSet set = new TrainingSet();

  /** The texts in which a term hints at a group, without which none is called relevant. */
  private final BitSet hinted = new BitSet();

  /** The texts whose intensity is known. */
  private final BitSet rated = new BitSet();

  /** The texts of which one voice more says what they are than says otherwise. */
  private final BitSet lone = new BitSet();

  private final Map<String, Integer> texts = new TreeMap<>();
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

  private MigrationTraining() {}

  static Result train(Corpus corpus, Feedback feedback, Reader reader) {
    MigrationTraining training = new MigrationTraining();
    training.gather(corpus, feedback, reader);
    Learner learner = new Learner(BITS, training.set.vectors());
    training.learn(
        learner,
        RELEVANCE,
        i -> training.hinted.get(i) || !training.relevant(i),
        training::relevant);
    for (Stance stance : Stance.values()) {
      training.learn(
          learner,
          stance.name(),
          i -> training.stance(i) != null,
          i -> training.stance(i) == stance);
    }
    for (int level = 1; level <= 4; level++) {
      int least = level;
      training.learn(
          learner,
          "intensity-" + level,
          training.rated::get,
          i -> training.set.text(i).intensity() >= least);
    }
    return new Result(
        learner.model(),
        training.calibrations,
        training.baseRates,
        training.thresholds,
        training.confusions,
        training.texts);
  }

  private void gather(Corpus corpus, Feedback feedback, Reader reader) {
    List<String> labelled = new ArrayList<>(REAL);
    labelled.addAll(corpus.names(WrittenExamples.PREFIX));
    for (String name : labelled) {
      for (LabelledText text : corpus.set(name)) {
        if (!feedback.covers(text)) {
          rated.set(set.size(), text.stance() != null);
          add(name, text, reader.read(text.text()), reader);
        }
      }
    }
    for (ReviewedText reviewed : feedback.texts()) {
      LabelledText text = reviewed.text();
      rated.set(set.size(), reviewed.rated());
      lone.set(set.size(), !reviewed.isAssured());
      add(Feedback.SET, text, reader.read(text.text()), reader);
    }
    NOT_ABOUT_GROUPS.forEach(
        (name, most) -> gatherNotRelevant(name, most, corpus, feedback, reader));
  }

  private void gatherNotRelevant(
      String name, int most, Corpus corpus, Feedback feedback, Reader reader) {
    List<LabelledText> all = EVERYDAY.contains(name) ? corpus.set(name) : corpus.set(name, most);
    for (int i = 0; i < all.size(); i++) {
      LabelledText text = all.get(i);
      Reading reading = reader.read(text.text());
      boolean wanted = i < most || reading.hinted();
      if (wanted && !reading.mentioned() && !feedback.covers(text)) {
        add(name, text, reading, reader);
      }
    }
  }

  private void add(String name, LabelledText text, Reading reading, Reader reader) {
    Reading title =
        text.kind() == TextKind.ARTICLE && text.title() != null ? reader.read(text.title()) : null;
    hinted.set(set.size(), reading.hinted() || title != null && title.hinted());
    set.add(text, title == null ? reading.focus(reading.words()) : reading.focus(title));
    texts.merge(name, 1, Integer::sum);
  }

  private boolean real(int text) {
    String name = set.text(text).set();
    return REAL.contains(name) || name.equals(Feedback.SET);
  }

  private int weight(int text) {
    if (lone.get(text)) {
      return WEIGHT_OF_ONE_VOICE;
    }
    return real(text) ? WEIGHT_OF_REAL : 1;
  }

  /** A stance tells that a text is relevant; feedback may know no more than that it is. */
  private boolean relevant(int text) {
    return stance(text) != null || Boolean.TRUE.equals(set.text(text).relevant());
  }

  private @Nullable Stance stance(int text) {
    return set.text(text).stance();
  }

  private void learn(Learner learner, String head, IntPredicate member, IntPredicate positive) {
    Examples examples = new Examples();
    for (int i = 0; i < set.size(); i++) {
      if (member.test(i)) {
        examples.add(i, positive.test(i), Corpus.group(set.text(i)), weight(i));
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
    int[] real = Arrays.stream(all).filter(i -> real(examples.vector(i))).toArray();
    return head.equals(RELEVANCE) || real.length == 0 ? all : real;
  }
}
