// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.classifiers.train;

import com.github.pemistahl.lingua.api.LanguageDetector;
import com.github.pemistahl.lingua.api.LanguageDetectorBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.marsad.classifiers.judge.SentenceLanguages;
import org.marsad.classifiers.language.LanguageIdentifier;
import org.marsad.classifiers.language.TestSentences;

/**
 * Compares the identification of languages with lingua's on the same rows and writes the report.
 * The model measured is trained without the rows it is measured on.
 */
public final class LanguageComparison {
  private static final int FOLDS = 5;
  private static final int MOST_OF_A_SET = 150;
  private static final int MOST_OF_THE_BEST = 1800;

  /** Rows of one kind, and who was right how often. */
  private static final class Tally {
    private int rows;
    private final SortedMap<String, Integer> found = new TreeMap<>();
    private int exact;
    private int collapsed;
    private int four;
    private int all;
    private int asStandard;
  }

  private final SentenceLanguages ours;
  private final LanguageDetector four =
      LanguageDetectorBuilder.fromLanguages(
              com.github.pemistahl.lingua.api.Language.ARABIC,
              com.github.pemistahl.lingua.api.Language.FRENCH,
              com.github.pemistahl.lingua.api.Language.SPANISH,
              com.github.pemistahl.lingua.api.Language.ENGLISH)
          .build();
  private final LanguageDetector all = LanguageDetectorBuilder.fromAllSpokenLanguages().build();

  private LanguageComparison(LanguageIdentifier identifier) {
    ours = new SentenceLanguages(identifier);
  }

  private static boolean isHeldOut(LabelledText text) {
    return Corpus.group(text) % FOLDS == 0;
  }

  /** The report: data folder, then the file to write. */
  public static void main(String[] arguments) throws IOException {
    if (arguments.length != 2) {
      throw new IllegalArgumentException("Give the data folder and the file to write");
    }
    Corpus corpus = Corpus.read(Path.of(arguments[0]));
    LanguageIdentifier identifier =
        new LanguageIdentifier(LanguageTraining.train(corpus, text -> !isHeldOut(text)));
    String report = new LanguageComparison(identifier).report(corpus);
    Files.writeString(Path.of(arguments[1]), report);
  }

  private String report(Corpus corpus) throws IOException {
    Map<String, Tally> tweets = new LinkedHashMap<>();
    Map<String, Tally> sets = new LinkedHashMap<>();
    Map<String, Integer> taken = new TreeMap<>();
    for (LabelledText text : LanguageTraining.texts(corpus)) {
      String truth = LanguageTraining.label(text);
      if (truth == null || !isHeldOut(text)) {
        continue;
      }
      boolean tweet = text.set().equals("mac-tweets");
      int most = tweet ? MOST_OF_THE_BEST : MOST_OF_A_SET;
      if (taken.merge(text.set(), 1, Integer::sum) <= most) {
        boolean foreign = text.set().equals("foreign");
        String code = foreign ? "und" : truth;
        count(tweet ? tweets : sets, text.set() + ", " + code, code, text.text());
      }
    }
    Map<String, Tally> own = new LinkedHashMap<>();
    Map<String, Tally> switched = new LinkedHashMap<>();
    int uncut = 0;
    for (TestSentences.Row row : TestSentences.read()) {
      List<SentenceLanguages.Named> named = ours.of(row.text());
      if (named.size() != row.codes().size()) {
        uncut++;
        continue;
      }
      for (int i = 0; i < named.size(); i++) {
        String truth = row.codes().get(i);
        SentenceLanguages.Named sentence = named.get(i);
        Map<String, Tally> tallies = row.switches() ? switched : own;
        count(tallies, truth, truth, sentence.sentence(), sentence.code());
      }
    }
    StringBuilder out = new StringBuilder();
    out.append(HEAD);
    table(out, "Tweets labelled standard or dialectal by people", tweets);
    table(out, "Sets by the language they were collected in", sets);
    table(out, "Own sentences", own);
    table(out, "Own texts that switch languages, sentence by sentence", switched);
    if (uncut > 0) {
      out.append("\nTexts that were not cut into the sentences meant, left out: ").append(uncut);
      out.append(".\n");
    }
    return out.toString();
  }

  private void count(Map<String, Tally> tallies, String name, String truth, String text) {
    count(tallies, name, truth, text, ours.main(text));
  }

  private void count(
      Map<String, Tally> tallies, String name, String truth, String text, String found) {
    Tally tally = tallies.computeIfAbsent(name, key -> new Tally());
    String ofFour = lingua(four, text);
    String ofAll = lingua(all, text);
    tally.rows++;
    tally.found.merge(found, 1, Integer::sum);
    tally.exact += found.equals(truth) ? 1 : 0;
    tally.collapsed += collapsed(found).equals(collapsed(truth)) ? 1 : 0;
    tally.four += ofFour.equals(collapsed(truth)) ? 1 : 0;
    tally.all += ofAll.equals(collapsed(truth)) ? 1 : 0;
    tally.asStandard += (ofAll.equals("ar") ? "arb" : ofAll).equals(truth) ? 1 : 0;
  }

  private static String lingua(LanguageDetector detector, String text) {
    return switch (detector.detectLanguageOf(text)) {
      case ARABIC -> "ar";
      case FRENCH -> "fr";
      case SPANISH -> "es";
      case ENGLISH -> "en";
      default -> "und";
    };
  }

  private static String collapsed(String code) {
    return switch (code) {
      case "ary-Arab", "arb", "other-ar" -> "ar";
      default -> code;
    };
  }

  private static void table(StringBuilder out, String title, Map<String, Tally> tallies) {
    out.append("\n## ").append(title).append("\n\n");
    out.append("| rows of | rows | Marsad, exact | lingua all, exact | Marsad, collapsed ");
    out.append("| lingua 4, collapsed | lingua all, collapsed | what Marsad called them |\n");
    out.append("|---|---:|---:|---:|---:|---:|---:|---|\n");
    Tally sum = new Tally();
    tallies.forEach(
        (name, tally) -> {
          row(out, name, tally);
          sum.rows += tally.rows;
          sum.exact += tally.exact;
          sum.collapsed += tally.collapsed;
          sum.four += tally.four;
          sum.all += tally.all;
          sum.asStandard += tally.asStandard;
        });
    row(out, "**together**", sum);
  }

  private static void row(StringBuilder out, String name, Tally tally) {
    out.append("| ").append(name).append(" | ").append(tally.rows);
    for (int right :
        new int[] {tally.exact, tally.asStandard, tally.collapsed, tally.four, tally.all}) {
      out.append(String.format(Locale.ROOT, " | %.3f", right / (double) tally.rows));
    }
    List<String> found = new ArrayList<>();
    tally.found.forEach((code, count) -> found.add(code + " " + count));
    out.append(" | ").append(String.join(", ", found)).append(" |\n");
  }

  private static final String HEAD =
      """
      # Languages: measured, and compared with lingua

      Generated by `LanguageComparison` (the command is in the [README](README.md)); not the shipped
      model but one trained in the same way without the fifth of the texts, chosen by a hash, that is
      measured here. Of each set at most 150 of those rows are taken, of the tweets all.

      - **exact**: the languages told apart are `ary-Arab`, `arb`, `other-ar`, `ary-Latn`, `fr`, `es`,
        `en`, `zgh` and `und` (another language, or no words). lingua knows one Arabic, which is counted
        as standard Arabic here; it knows neither Arabizi nor Tamazight.
      - **collapsed**: the three kinds of Arabic script count as one, `ar`.
      - **lingua 4** is told that texts are Arabic, French, Spanish or English; **lingua all** knows all
        its 75 languages, and those that are not ours count as `und`. Version 1.2.2, high accuracy.

      What to keep in mind: the sets' languages are those they were collected in, so that standard
      Arabic in a Moroccan set counts as an error here; the tweets' labels are noisy too. Own sentences
      were written for this project by the authors of the word lists and of the training sentences, and
      are tidier than comments are; they were never trained on, but looked at when the weight of such
      words was chosen, so their `other-ar` figure is flattering.
      """;
}
