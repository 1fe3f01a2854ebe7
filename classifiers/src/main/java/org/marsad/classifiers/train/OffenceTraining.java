// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.classifiers.train;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.marsad.classifiers.judge.OffenceMixture;
import org.marsad.classifiers.language.Script;
import org.marsad.classifiers.linear.Calibration;
import org.marsad.classifiers.linear.Examples;
import org.marsad.classifiers.linear.Learner;
import org.marsad.classifiers.linear.LinearModel;
import org.marsad.classifiers.linear.Method;
import org.marsad.classifiers.linear.Weights;
import org.marsad.classifiers.reading.Reader;
import org.marsad.classifiers.reading.Reading;

/**
 * Learns offence of any kind at anybody, one model a script and in it one head a set, which a
 * {@link OffenceMixture} weighs by how much a text is like the set's.
 */
final class OffenceTraining {
  static final int FOLDS = 5;
  private static final int BITS = 20;

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
  private final SortedMap<String, Double> thresholds = new TreeMap<>();
  private final SortedMap<String, Confusion> likely = new TreeMap<>();
  private final SortedMap<String, Confusion> balanced = new TreeMap<>();

  private OffenceTraining() {}

  /**
   * What came of it.
   *
   * @param thresholds the probability by language that tells both classes apart best
   * @param likely calls on held-out folds, by set, of what is rather offensive than not
   * @param balanced the same at the thresholds
   */
  record Result(
      LinearModel model,
      Map<String, Calibration> calibrations,
      Map<String, Double> baseRates,
      Map<String, Double> thresholds,
      Map<String, Integer> texts,
      Map<String, Confusion> likely,
      Map<String, Confusion> balanced) {}

  static Result train(Corpus corpus, Reader reader, Script script) {
    OffenceTraining training = new OffenceTraining();
    SortedMap<String, List<String>> languages = script == Script.ARABIC ? ARABIC : LATIN;
    languages.forEach(
        (language, sets) ->
            sets.forEach(name -> training.gather(corpus, reader, script, language, name)));
    Learner learner = new Learner(BITS, training.set.vectors());
    List<String> names = List.copyOf(training.examples.keySet());
    SetHeads heads = new SetHeads(learner, List.copyOf(training.examples.values()), FOLDS);
    List<Weights> learned = heads.heads();
    for (int i = 0; i < names.size(); i++) {
      learner.add(names.get(i), learned.get(i));
    }
    for (String language : languages.keySet()) {
      training.mix(learner, heads, names, language);
    }
    return new Result(
        learner.model(),
        training.calibrations,
        training.baseRates,
        training.thresholds,
        training.texts,
        training.likely,
        training.balanced);
  }

  private void gather(Corpus corpus, Reader reader, Script script, String language, String name) {
    for (LabelledText text : corpus.set(name)) {
      Reading reading = reader.read(text.text());
      Boolean offensive = text.offensive();
      if (offensive != null && Script.of(reading.text(), 0, reading.text().length()) == script) {
        examples
            .computeIfAbsent(OffenceMixture.head(language, name), key -> new Examples())
            .add(set.size(), offensive, Corpus.group(text));
        set.add(text, reading.words());
        texts.merge(language + " " + name, 1, Integer::sum);
      }
    }
  }

  /** Learns which set a text of the language is like, and calibrates what all its heads say. */
  private void mix(Learner learner, SetHeads heads, List<String> names, String language) {
    List<Integer> members = new ArrayList<>();
    Examples all = new Examples();
    for (int set = 0; set < names.size(); set++) {
      if (OffenceMixture.isOf(language, names.get(set))) {
        members.add(set);
        Examples ofSet = examples(names, set);
        for (int i = 0; i < ofSet.size(); i++) {
          all.add(ofSet.vector(i), ofSet.truth(i), ofSet.group(i));
        }
      }
    }
    double[][] offence = new double[members.size()][];
    double[][] likeness = new double[members.size()][];
    for (int m = 0; m < offence.length; m++) {
      String name = names.get(members.get(m));
      offence[m] = offence(heads, names, members, m);
      likeness[m] = likeness(learner, names, members, m);
      baseRates.put(name, rate(examples(names, members.get(m))));
    }
    double[] scores = new double[all.size()];
    for (int i = 0; i < scores.length; i++) {
      double[] offenceOf = new double[offence.length];
      double[] likenessOf = new double[offence.length];
      for (int m = 0; m < offence.length; m++) {
        offenceOf[m] = offence[m][i];
        likenessOf[m] = likeness[m][i];
      }
      scores[i] = OffenceMixture.score(offenceOf, likenessOf);
    }
    Calibration calibration = Calibration.fit(scores, all.truths());
    calibrations.put("offence " + language, calibration);
    baseRates.put("offence " + language, rate(all));
    double[] probabilities = Arrays.stream(scores).map(calibration::probability).toArray();
    double threshold = Threshold.best(probabilities, all, Confusion::macroF1);
    thresholds.put("offence " + language, threshold);
    for (int i = 0; i < probabilities.length; i++) {
      for (String name : names(language, set.text(all.vector(i)))) {
        likely
            .computeIfAbsent(name, key -> new Confusion())
            .add(probabilities[i] >= 0.5, all.truth(i));
        balanced
            .computeIfAbsent(name, key -> new Confusion())
            .add(probabilities[i] >= threshold, all.truth(i));
      }
    }
  }

  private Examples examples(List<String> names, int set) {
    return examples.getOrDefault(names.get(set), new Examples());
  }

  private static double rate(Examples examples) {
    return Confusion.rounded(examples.positives() / (double) examples.size());
  }

  /** Probabilities by the head of one member for the examples of all, member by member. */
  private double[] offence(SetHeads heads, List<String> names, List<Integer> members, int member) {
    int set = members.get(member);
    Calibration calibration =
        Calibration.fit(heads.outOfFold(set, set), examples(names, set).truths());
    calibrations.put(names.get(set), calibration);
    return members.stream()
        .flatMapToDouble(of -> Arrays.stream(heads.outOfFold(set, of)))
        .map(calibration::probability)
        .toArray();
  }

  /** How much the examples of all members are like those of one; 1 where it stands alone. */
  private double[] likeness(
      Learner learner, List<String> names, List<Integer> members, int member) {
    Examples like = new Examples();
    for (int of : members) {
      Examples ofSet = examples(names, of);
      for (int i = 0; i < ofSet.size(); i++) {
        like.add(ofSet.vector(i), of == members.get(member), ofSet.group(i));
      }
    }
    String head = OffenceMixture.likeness(names.get(members.get(member)));
    double[] scores = new double[like.size()];
    if (members.size() > 1) {
      scores = learner.outOfFold(like, FOLDS, Method.REGRESSION);
      learner.learn(head, like, Method.REGRESSION);
      Calibration calibration = Calibration.fit(scores, like.truths());
      calibrations.put(head, calibration);
      return Arrays.stream(scores).map(calibration::probability).toArray();
    }
    Arrays.fill(scores, 1);
    return scores;
  }

  private static List<String> names(String language, LabelledText text) {
    List<String> names = new ArrayList<>(List.of(text.set(), text.set() + " " + language));
    if (language.equals("ary-Latn") && !Corpus.key(text.text()).contains(ARTEFACT)) {
      names.add(text.set() + " " + language + " without " + ARTEFACT);
    }
    return names;
  }
}
