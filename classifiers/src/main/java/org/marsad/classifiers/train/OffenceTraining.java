// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.classifiers.train;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.marsad.classifiers.language.Script;
import org.marsad.classifiers.linear.Calibration;
import org.marsad.classifiers.linear.Examples;
import org.marsad.classifiers.linear.Learner;
import org.marsad.classifiers.linear.LinearModel;
import org.marsad.classifiers.reading.Reader;
import org.marsad.classifiers.reading.Reading;

/**
 * Learns offence of any kind at anybody, one model a script and in it one head a language: sets of
 * one language agree better on what offence is than all sets of a script do.
 */
final class OffenceTraining {
  private static final int FOLDS = 5;
  private static final int BITS = 20;
  private static final double COST = 2;

  private static final SortedMap<String, List<String>> ARABIC =
      new TreeMap<>(
          Map.of(
              "ary-Arab", List.of("mdoldd", "omcd-train"),
              "other-ar", List.of("l-hsab", "mlma-ar", "osact4", "osact5", "saudi-sb", "t-hsab")));

  private static final SortedMap<String, List<String>> LATIN =
      new TreeMap<>(
          Map.of(
              "ary-Latn", List.of("mdoldd"),
              "en", List.of("dynhate-en", "mlma-en"),
              "es", List.of("detoxis"),
              "fr", List.of("french-superset", "ftr", "mlma-fr")));

  /** The word that gives most Latin rows of mdoldd away: scores are reported without it, too. */
  private static final String ARTEFACT = "zebi";

  private final TrainingSet set = new TrainingSet();
  private final SortedMap<String, Examples> examples = new TreeMap<>();
  private final SortedMap<String, Integer> texts = new TreeMap<>();
  private final SortedMap<String, Calibration> calibrations = new TreeMap<>();
  private final SortedMap<String, Double> baseRates = new TreeMap<>();
  private final SortedMap<String, Confusion> confusions = new TreeMap<>();

  private OffenceTraining() {}

  /** What came of it; the confusions are counted on held-out folds. */
  record Result(
      LinearModel model,
      Map<String, Calibration> calibrations,
      Map<String, Double> baseRates,
      Map<String, Integer> texts,
      Map<String, Confusion> confusions) {}

  static Result train(Corpus corpus, Reader reader, Script script) {
    OffenceTraining training = new OffenceTraining();
    SortedMap<String, List<String>> languages = script == Script.ARABIC ? ARABIC : LATIN;
    languages.forEach(
        (language, sets) ->
            sets.forEach(name -> training.gather(corpus, reader, script, language, name)));
    Learner learner = new Learner(BITS, training.set.vectors());
    languages.keySet().forEach(language -> training.learn(learner, language));
    return new Result(
        learner.model(),
        training.calibrations,
        training.baseRates,
        training.texts,
        training.confusions);
  }

  private void gather(Corpus corpus, Reader reader, Script script, String language, String name) {
    for (LabelledText text : corpus.set(name)) {
      Reading reading = reader.read(text.text());
      Boolean offensive = text.offensive();
      if (offensive != null && Script.of(reading.text(), 0, reading.text().length()) == script) {
        examples
            .computeIfAbsent(language, key -> new Examples())
            .add(set.size(), offensive, Corpus.group(text));
        set.add(text, reading.words());
        texts.merge(language + " " + name, 1, Integer::sum);
      }
    }
  }

  private void learn(Learner learner, String language) {
    Examples ofLanguage = examples.getOrDefault(language, new Examples());
    double[] scores = learner.outOfFold(ofLanguage, FOLDS, COST);
    Calibration calibration = Calibration.fit(scores, ofLanguage.truths());
    calibrations.put("offence " + language, calibration);
    baseRates.put(
        "offence " + language,
        Confusion.rounded(ofLanguage.positives() / (double) ofLanguage.size()));
    for (int i = 0; i < scores.length; i++) {
      LabelledText text = set.text(ofLanguage.vector(i));
      boolean called = calibration.probability(scores[i]) >= 0.5;
      List<String> names = new ArrayList<>(List.of(text.set(), text.set() + " " + language));
      if (language.equals("ary-Latn") && !Corpus.key(text.text()).contains(ARTEFACT)) {
        names.add(text.set() + " " + language + " without " + ARTEFACT);
      }
      for (String name : names) {
        confusions.computeIfAbsent(name, key -> new Confusion()).add(called, ofLanguage.truth(i));
      }
    }
    learner.learn(language, ofLanguage, COST);
  }
}
