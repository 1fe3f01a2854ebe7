// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.classifiers.evaluate;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.marsad.classifiers.Assessment;
import org.marsad.classifiers.Assessor;
import org.marsad.classifiers.Stance;
import org.marsad.classifiers.train.Confusion;
import org.marsad.classifiers.train.LabelledFile;
import org.marsad.classifiers.train.LabelledText;

/** Figures of one labelled set, for whatever labels it has. */
public final class Evaluation {
  private static final String NOT_RELEVANT = "not relevant";

  private final SortedMap<String, Confusion> decisions = new TreeMap<>();
  private final SortedMap<String, SortedMap<String, Integer>> stances = new TreeMap<>();
  private double intensityError;
  private int intensityTexts;
  private double targetOverlap;
  private double frameOverlap;
  private int overlapTexts;
  private int wronglyHostile;
  private int benevolent;
  private int languageRight;
  private int languageTexts;

  private Evaluation() {}

  /**
   * Assesses every text of a file and compares.
   *
   * @param set JSONL with the fields of the reference, silver or offence sets
   * @param progress told every thousand texts
   */
  public static EvaluationReport run(Assessor assessor, Path set, Consumer<String> progress)
      throws IOException {
    List<LabelledText> texts = LabelledFile.read(set);
    Evaluation evaluation = new Evaluation();
    int done = 0;
    for (LabelledText text : texts) {
      evaluation.compare(text, assessor.assess(text.submission()));
      if (++done % 1000 == 0) {
        progress.accept(done + " of " + texts.size() + " texts");
      }
    }
    return evaluation.report(String.valueOf(set.getFileName()), texts.size());
  }

  private void compare(LabelledText text, Assessment found) {
    Boolean offensive = text.offensive();
    if (offensive != null) {
      count("offensive", text, found.offensive() >= 0.5, offensive);
    }
    Boolean relevant = text.relevant();
    if (relevant != null) {
      count("relevant", text, found.relevant(), relevant);
      compareStance(text, found);
    }
    String language = text.language();
    if (language != null && known(language)) {
      languageTexts++;
      languageRight += language.equals(found.language()) ? 1 : 0;
      if (relevant != null) {
        boolean hostile = text.stance() == Stance.HOSTILE;
        count("HOSTILE, " + language, null, found.stance() == Stance.HOSTILE, hostile);
        count("relevant, " + language, null, found.relevant(), relevant);
      }
    }
  }

  private void compareStance(LabelledText text, Assessment found) {
    Stance truth = text.stance();
    Stance called = found.stance();
    count("HOSTILE", text, called == Stance.HOSTILE, truth == Stance.HOSTILE);
    stances
        .computeIfAbsent(name(truth), key -> new TreeMap<>())
        .merge(name(called), 1, Integer::sum);
    if (truth == Stance.REPORT_ON_HOSTILITY
        || truth == Stance.COUNTER_SPEECH
        || truth == Stance.SUPPORTIVE) {
      benevolent++;
      wronglyHostile += called == Stance.HOSTILE ? 1 : 0;
    }
    if (truth != null) {
      intensityTexts++;
      intensityError += Math.abs(found.intensity() - text.intensity());
      overlapTexts++;
      targetOverlap += overlap(text.targets(), found.targets());
      frameOverlap += overlap(text.frames(), found.frames());
    }
  }

  private void count(String decision, @Nullable LabelledText text, boolean called, boolean truth) {
    decisions.computeIfAbsent(decision, key -> new Confusion()).add(called, truth);
    if (text != null && Boolean.TRUE.equals(text.moroccan())) {
      decisions.computeIfAbsent(decision + ", Moroccan", key -> new Confusion()).add(called, truth);
    }
  }

  private static boolean known(String language) {
    return switch (language) {
      case "ary-Arab", "ary-Latn", "arb", "other-ar", "fr", "es", "en", "zgh" -> true;
      default -> false;
    };
  }

  private static String name(@Nullable Stance stance) {
    return stance == null ? NOT_RELEVANT : stance.name();
  }

  private static double overlap(List<String> truth, List<? extends Enum<?>> found) {
    TreeSet<String> all = new TreeSet<>(truth);
    TreeSet<String> common = new TreeSet<>();
    for (Enum<?> value : found) {
      all.add(value.name());
      if (truth.contains(value.name())) {
        common.add(value.name());
      }
    }
    return all.isEmpty() ? 1 : common.size() / (double) all.size();
  }

  private EvaluationReport report(String set, int texts) {
    SortedMap<String, Map<String, Double>> figures = new TreeMap<>();
    decisions.forEach(
        (decision, confusion) -> {
          SortedMap<String, Double> measures = new TreeMap<>();
          measures.put("texts", (double) confusion.size());
          measures.put("accuracy", Confusion.rounded(confusion.accuracy()));
          measures.put("precision", Confusion.rounded(confusion.precision()));
          measures.put("recall", Confusion.rounded(confusion.recall()));
          measures.put("F1", Confusion.rounded(confusion.f1()));
          measures.put("macro-F1", Confusion.rounded(confusion.macroF1()));
          figures.put(decision, measures);
        });
    SortedMap<String, Double> others = new TreeMap<>();
    ratio(others, "report, counter-speech or support called HOSTILE", wronglyHostile, benevolent);
    ratio(others, "intensity, mean absolute error", intensityError, intensityTexts);
    ratio(others, "targets, mean Jaccard", targetOverlap, overlapTexts);
    ratio(others, "frames, mean Jaccard", frameOverlap, overlapTexts);
    ratio(others, "language, accuracy", languageRight, languageTexts);
    return new EvaluationReport(set, texts, figures, stances, others);
  }

  private static void ratio(
      SortedMap<String, Double> figures, String name, double part, int whole) {
    if (whole > 0) {
      figures.put(name, Confusion.rounded(part / whole));
    }
  }
}
