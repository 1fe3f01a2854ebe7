// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.classifiers.train;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.marsad.classifiers.language.DialectWords;
import org.marsad.classifiers.language.Language;
import org.marsad.classifiers.language.LanguageIdentifier;
import org.marsad.classifiers.linear.Examples;
import org.marsad.classifiers.linear.Learner;
import org.marsad.classifiers.linear.LinearModel;
import org.marsad.classifiers.linear.Method;
import org.marsad.classifiers.normal.NormalText;
import org.marsad.classifiers.normal.Normaliser;
import org.marsad.classifiers.reading.Reader;

/** Learns to tell languages apart from the sets whose language is known. */
final class LanguageTraining {
  private static final int BITS = 18;
  private static final int MOST_OF_A_SET = 1500;

  /** The one set whose texts are labelled standard or dialectal one by one. */
  private static final int MOST_OF_THE_BEST = 9000;

  /** Sets of one language; those that mix Latin and Arabic script are told apart below. */
  private static final Map<String, String> SETS =
      Map.ofEntries(
          Map.entry("omcd-train", "ary-Arab"),
          Map.entry("t-hsab", "other-ar"),
          Map.entry("l-hsab", "other-ar"),
          Map.entry("saudi-sb", "other-ar"),
          Map.entry("osact4", "other-ar"),
          Map.entry("febrayer-articles", "arb"),
          Map.entry("mlma-fr", "fr"),
          Map.entry("ftr", "fr"),
          Map.entry("french-superset", "fr"),
          Map.entry("detoxis", "es"),
          Map.entry("mlma-en", "en"),
          Map.entry("dynhate-en", "en"),
          Map.entry("written-fr", "fr"),
          Map.entry("written-es", "es"),
          Map.entry("written-en", "en"),
          Map.entry("written-arb", "arb"),
          Map.entry("written-ary-arab", "ary-Arab"),
          Map.entry("written-ary-latn", "ary-Latn"),
          Map.entry("dialect", "other-ar"));

  /** Sets whose texts nobody looked at one by one to name their language. */
  private static final Set<String> COLLECTED_AS_DIALECT =
      Set.of("omcd-train", "mdoldd", "afrisenti-ma", "t-hsab", "l-hsab", "saudi-sb", "osact4");

  private LanguageTraining() {}

  static LinearModel train(Corpus corpus) {
    return train(corpus, text -> true);
  }

  /** Learns from the chosen texts alone, so that the others can measure what was learned. */
  static LinearModel train(Corpus corpus, Predicate<LabelledText> chosen) {
    TrainingSet set = new TrainingSet();
    List<String> labels = new ArrayList<>();
    for (LabelledText text : texts(corpus)) {
      String label = label(text);
      if (label != null && chosen.test(text) && !isInAnotherArabic(text, label)) {
        set.add(text, Reader.words(text.text()));
        labels.add(label);
      }
    }
    Learner learner = new Learner(BITS, set.vectors());
    for (String head : LanguageIdentifier.HEADS) {
      Examples examples = new Examples();
      for (int i = 0; i < set.size(); i++) {
        examples.add(i, labels.get(i).equals(head), i);
      }
      learner.learn(head, examples, Method.REGRESSION);
    }
    return learner.model();
  }

  /** The texts that may teach, each set cut to its share. */
  static List<LabelledText> texts(Corpus corpus) {
    List<LabelledText> texts = new ArrayList<>();
    for (String name : corpus.names("")) {
      int most = name.equals("mac-tweets") ? MOST_OF_THE_BEST : MOST_OF_A_SET;
      for (LabelledText text : corpus.set(name, most)) {
        texts.add(text);
      }
    }
    texts.addAll(OwnSentences.foreign());
    texts.addAll(OwnSentences.dialects());
    return texts;
  }

  /** The head that a text teaches; null where its language is not known. */
  static @Nullable String label(LabelledText text) {
    String set = text.set();
    switch (set) {
      case "mac-tweets":
        return "standard".equals(text.language()) ? "arb" : "ary-Arab";
      case "afrisenti-ma", "mdoldd":
        boolean arabic = isArabicScript(text.text());
        return arabic ? "ary-Arab" : set.equals("mdoldd") ? null : "ary-Latn";
      case "foreign":
        return isArabicScript(text.text())
            ? LanguageIdentifier.FOREIGN_ARABIC
            : LanguageIdentifier.FOREIGN_LATIN;
      default:
        return SETS.get(set);
    }
  }

  /**
   * Whether a text of a set that was only collected as dialect has words of another Arabic and none
   * of its own: such sets hold standard Arabic too.
   */
  private static boolean isInAnotherArabic(LabelledText text, String label) {
    if (!COLLECTED_AS_DIALECT.contains(text.set())) {
      return false;
    }
    NormalText folded = Normaliser.normalise(text.text());
    int own = 0;
    int others = 0;
    for (Map.Entry<Language, Integer> count :
        DialectWords.bundled().count(folded, 0, folded.length()).entrySet()) {
      if (count.getKey().code().equals(label)) {
        own += count.getValue();
      } else {
        others += count.getValue();
      }
    }
    return others > 0 && own == 0;
  }

  private static boolean isArabicScript(String text) {
    return text.codePoints().anyMatch(c -> c >= 0x0621 && c <= 0x064A);
  }
}
