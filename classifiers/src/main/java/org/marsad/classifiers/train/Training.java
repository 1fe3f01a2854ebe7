// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.classifiers.train;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.marsad.classifiers.language.LanguageIdentifier;
import org.marsad.classifiers.language.Script;
import org.marsad.classifiers.lexicon.LexiconReader;
import org.marsad.classifiers.linear.Calibration;
import org.marsad.classifiers.linear.LinearModel;
import org.marsad.classifiers.model.Manifest;
import org.marsad.classifiers.model.ModelSet;
import org.marsad.classifiers.reading.Reader;
import org.marsad.classifiers.suites.FunctionalSuite;

/**
 * Trains every model anew: data folder in, model folder out. The same data give the same bytes on
 * the same JDK and processor architecture.
 */
public final class Training {
  private static final String ID = "marsad-linear";

  /** Raised when models are trained anew from other data, or learn otherwise. */
  private static final String VERSION = "5";

  private Training() {}

  /**
   * Trains and writes.
   *
   * @param data folder with {@code hostility/} and {@code moroccan-text/}
   * @param feedback learned from beside the data, but for texts that models are measured on
   * @param models folder that the models are written to; made if absent
   * @param progress told what is being done, a line at a time
   * @throws IOException if a set cannot be read or the models cannot be written
   */
  public static ModelSet run(Path data, Feedback feedback, Path models, Consumer<String> progress)
      throws IOException {
    progress.accept("reading " + data);
    return run(Corpus.read(data), feedback, VERSION, models, progress);
  }

  /**
   * The same on a part of the data, to see in a minute or two that everything is in place; what
   * comes of it is worth nothing, and its name says so.
   *
   * @param texts how many of each set are learned from
   */
  public static ModelSet rehearse(
      Path data, int texts, Feedback feedback, Path models, Consumer<String> progress)
      throws IOException {
    progress.accept("reading " + data);
    Corpus part = Corpus.read(data).first(texts);
    return run(part, feedback, VERSION + "-rehearsal" + texts, models, progress);
  }

  private static ModelSet run(
      Corpus corpus, Feedback feedback, String version, Path models, Consumer<String> progress)
      throws IOException {
    Feedback learnable = learnable(feedback, corpus, progress);
    progress.accept("learning languages");
    LinearModel language = LanguageTraining.train(corpus);
    Reader reader = new Reader(LexiconReader.shipped(), new LanguageIdentifier(language));
    progress.accept("learning relevance, stance and intensity");
    MigrationTraining.Result migration = MigrationTraining.train(corpus, learnable, reader);
    progress.accept("learning offence in Arabic script");
    OffenceTraining.Result arabic = OffenceTraining.train(corpus, reader, Script.ARABIC);
    progress.accept("learning offence in Latin script");
    OffenceTraining.Result latin = OffenceTraining.train(corpus, reader, Script.LATIN);

    SortedMap<String, Integer> texts = new TreeMap<>();
    migration.texts().forEach((set, count) -> texts.put("migration " + set, count));
    SortedMap<String, Calibration> calibrations = new TreeMap<>(migration.calibrations());
    SortedMap<String, Double> baseRates = new TreeMap<>(migration.baseRates());
    SortedMap<String, Double> thresholds = new TreeMap<>(migration.thresholds());
    SortedMap<String, Confusion> likely = new TreeMap<>();
    SortedMap<String, Confusion> balanced = new TreeMap<>();
    for (OffenceTraining.Result offence : List.of(arabic, latin)) {
      offence.texts().forEach((set, count) -> texts.put("offence " + set, count));
      calibrations.putAll(offence.calibrations());
      baseRates.putAll(offence.baseRates());
      thresholds.putAll(offence.thresholds());
      offence.likely().forEach((set, counts) -> likely.merge(set, counts, Confusion::plus));
      offence.balanced().forEach((set, counts) -> balanced.merge(set, counts, Confusion::plus));
    }
    SortedMap<String, Double> figures = new TreeMap<>();
    migration
        .confusions()
        .forEach((head, counts) -> figures.put(head + ", F1", Confusion.rounded(counts.f1())));
    progress.accept("learning the floor");
    SortedMap<String, Confusion> floor = Floor.measure(corpus);
    likely.putAll(floor);
    balanced.putAll(floor);
    likely.forEach(
        (set, counts) -> figures.put(set + ", accuracy", Confusion.rounded(counts.accuracy())));
    balanced.forEach(
        (set, counts) -> figures.put(set + ", macro-F1", Confusion.rounded(counts.macroF1())));
    Manifest manifest =
        new Manifest(
            ID,
            // Whoever looks at a chart must see when judgements came from other models.
            learnable.size() == 0 ? version : version + "-" + learnable.fingerprint(),
            texts,
            calibrations,
            baseRates,
            thresholds,
            figures);
    ModelSet trained =
        new ModelSet(manifest, language, arabic.model(), latin.model(), migration.model());
    trained.write(models);
    progress.accept("wrote " + models);
    return trained;
  }

  /** Without the texts that models are measured on, which must stay unseen. */
  private static Feedback learnable(Feedback feedback, Corpus corpus, Consumer<String> progress) {
    Set<String> tests =
        FunctionalSuite.shipped().stream()
            .flatMap(suite -> suite.cases().stream())
            .map(functional -> Corpus.key(functional.text()))
            .collect(Collectors.toSet());
    Feedback withoutReference = feedback.without(corpus.reference());
    Feedback learnable = withoutReference.without(tests);
    if (feedback.size() + feedback.disputed() > 0) {
      progress.accept(
          String.format(
              "feedback on %s; left out: %d on which reviewers disagree, %d of the reference set,"
                  + " %s",
              number(learnable.size(), "text"),
              feedback.disputed(),
              feedback.size() - withoutReference.size(),
              number(withoutReference.size() - learnable.size(), "functional test")));
    }
    return learnable;
  }

  private static String number(int number, String thing) {
    return number + " " + thing + (number == 1 ? "" : "s");
  }
}
